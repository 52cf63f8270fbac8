import { expect, it } from 'vitest';
import { sample } from '../tree/sample.js';
import { formatFinding } from './check.js';
import { compilerLibraryCheck } from './compiler-library.js';

it('finds ts-morph outside of its room, types too', () => {
  const tree = sample({
    'codegen/package.json': { name: '@sigil/codegen' },
    'codegen/src/read/read-field.ts': "import { Project } from 'ts-morph';",
    'codegen/src/emit/emit.ts': "import type { Node } from 'ts-morph';",
  });
  expect(compilerLibraryCheck.find(tree).map(formatFinding)).toEqual([
    'codegen/src/emit/emit.ts:1 imports ts-morph. Only codegen/src/read/ may: give it a function there.',
  ]);
});
