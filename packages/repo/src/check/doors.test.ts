import { expect, it } from 'vitest';
import { sample } from '../tree/sample.js';
import { formatFinding } from './check.js';
import { doorsCheck } from './doors.js';

const found = (files: Record<string, string>): string[] =>
  doorsCheck
    .find(
      sample({
        'packages/sigil/package.json': {
          name: 'sigil',
          exports: {
            '.': { types: './dist/index.d.ts', default: './dist/index.js' },
            './zod': { types: './dist/zod.d.ts', default: './dist/zod.js' },
          },
        },
        ...files,
      }),
    )
    .map(formatFinding);

it('accepts doors that list their names', () => {
  expect(
    found({
      'packages/sigil/src/index.ts': "export { a } from './a.js';\nexport type { B } from '@sigil/spec';",
      'packages/sigil/src/zod.ts': "export { z } from 'zod';",
      'packages/sigil/src/a.ts': 'export const a = 1;',
    }),
  ).toEqual([]);
});

it.each([["export * from './a.js';"], ["export * as a from './a.js';"], ["export type * from './a.js';"]])(
  'finds %s, in a door and anywhere else',
  (text) => {
    for (const path of ['packages/sigil/src/index.ts', 'packages/sigil/src/predict/predict.ts']) {
      expect(found({ [path]: text })).toEqual([`${path}:1 exports everything of a module. List the names.`]);
    }
  },
);

it('finds code in a door', () => {
  expect(
    found({ 'packages/sigil/src/zod.ts': "export { z } from 'zod';\nexport const version = 4;" }),
  ).toEqual([expect.stringMatching(/^packages\/sigil\/src\/zod\.ts:2 is code in a door/)]);
});

it('finds an index.ts that is no door', () => {
  expect(found({ 'packages/sigil/src/parse/index.ts': "export { a } from './a.js';" })).toEqual([
    expect.stringMatching(/^packages\/sigil\/src\/parse\/index\.ts is no door/),
  ]);
});
