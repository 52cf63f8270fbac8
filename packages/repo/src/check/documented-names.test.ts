import { expect, it } from 'vitest';
import { sample } from '../tree/sample.js';
import { formatFinding } from './check.js';
import { documentedNamesCheck } from './documented-names.js';

const library = (files: Readonly<Record<string, string>>) =>
  sample({
    'packages/lm/package.json': { name: '@sigil/lm', exports: { './cache': './dist/cache/index.js' } },
    ...files,
  });

it('finds exported names without a doc comment, of every kind, at their declaration', () => {
  const tree = library({
    'packages/lm/src/cache/index.ts': "export { cache, size as cacheSize, type Cache } from './cache.js';",
    'packages/lm/src/cache/cache.ts': [
      '// No doc comment.',
      'export function cache(): void {}',
      'export const size = 1;',
      '/** Keeps replies. */',
      'export interface Cache {}',
      'export interface Inner {}',
    ].join('\n'),
  });
  expect(documentedNamesCheck.find(tree).map(formatFinding)).toEqual([
    'packages/lm/src/cache/cache.ts:2 exports cache without a doc comment. Say what it is.',
    'packages/lm/src/cache/cache.ts:3 exports cacheSize without a doc comment. Say what it is.',
  ]);
});

it('is content with one comment of several overloads, and leaves names of other packages to them', () => {
  const tree = library({
    'packages/lm/src/cache/index.ts': "export { cache } from './cache.js';\nexport { z } from 'zod';",
    'packages/lm/src/cache/cache.ts':
      '/** Keeps replies. */\nexport function cache(): void;\nexport function cache() {}',
  });
  expect(documentedNamesCheck.find(tree)).toEqual([]);
});
