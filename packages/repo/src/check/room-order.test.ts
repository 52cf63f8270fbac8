import { expect, it } from 'vitest';
import { samplePackage } from '../tree/sample.js';
import { formatFinding } from './check.js';
import { roomOrderCheck } from './room-order.js';

it('accepts rooms that are ordered, with files below and above them', () => {
  const tree = samplePackage({
    'index.ts': "export { emit } from './emit/emit.js';",
    'emit/emit.ts': "import { read } from '../read/read.js';",
    'read/read.ts': "import { string } from './type/string.js';",
    'read/type/string.ts': "import { context } from '../context.js';",
    'read/context.ts': "import { spec } from '../spec.js';",
    'spec.ts': '',
  });
  expect(roomOrderCheck.find(tree)).toEqual([]);
});

it('finds two rooms that import each other, though no file does', () => {
  const tree = samplePackage({
    'read/a.ts': "import { b } from '../emit/b.js';",
    'read/low.ts': '',
    'emit/b.ts': '',
    'emit/c.ts': "import type { Low } from '../read/low.js';",
  });
  expect(roomOrderCheck.find(tree).map(formatFinding)).toEqual([
    'packages/lm/src/emit and packages/lm/src/read import each other: ' +
      'packages/lm/src/emit/c.ts imports packages/lm/src/read/low.ts, ' +
      'packages/lm/src/read/a.ts imports packages/lm/src/emit/b.ts. ' +
      'Move what the lower room takes from the upper one down.',
  ]);
});

it('finds rooms inside a room, and a file that stands both above and below a room', () => {
  const tree = samplePackage({
    'read/type/string.ts': "import { walk } from '../walk.js';",
    'read/walk.ts': "import { number } from './type/number.js';",
    'read/type/number.ts': '',
  });
  expect(roomOrderCheck.find(tree)).toEqual([
    expect.objectContaining({
      path: 'packages/lm/src/read/type',
      message: expect.stringContaining('read/walk.ts'),
    }),
  ]);
});
