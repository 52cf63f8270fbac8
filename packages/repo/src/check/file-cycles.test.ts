import { expect, it } from 'vitest';
import { samplePackage } from '../tree/sample.js';
import { formatFinding } from './check.js';
import { fileCyclesCheck } from './file-cycles.js';

it('accepts imports that go one way', () => {
  const tree = samplePackage({
    'a.ts': "import { b } from './b.js';",
    'b.ts': "import ts from 'typescript';",
  });
  expect(fileCyclesCheck.find(tree)).toEqual([]);
});

it('finds a cycle that only types close', () => {
  const tree = samplePackage({
    'a.ts': "import { b } from './room/b.js';",
    'room/b.ts': "export { c } from './c.js';",
    'room/c.ts': "import type { A } from '../a.js';",
  });
  expect(fileCyclesCheck.find(tree).map(formatFinding)).toEqual([
    'packages/lm/src/a.ts is in an import cycle with packages/lm/src/room/b.ts, packages/lm/src/room/c.ts. ' +
      'Move what both need below them.',
  ]);
});

it('does not count tests', () => {
  const tree = samplePackage({
    'a.ts': "import { b } from './b.test.js';",
    'b.test.ts': "import { a } from './a.js';",
  });
  expect(fileCyclesCheck.find(tree)).toEqual([]);
});
