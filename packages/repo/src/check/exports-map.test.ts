import { expect, it } from 'vitest';
import { sample } from '../tree/sample.js';
import { exportsMapCheck } from './exports-map.js';

const messages = (exports: unknown): string[] =>
  exportsMapCheck
    .find(
      sample({
        'packages/lm/package.json': { name: '@sigil/lm', exports },
        'packages/lm/src/retry/index.ts': '',
      }),
    )
    .map(({ message }) => message);

it('accepts an entry with types and default that has its source', () => {
  const retry = { types: './dist/retry/index.d.ts', default: './dist/retry/index.js' };
  expect(messages({ './retry': retry, './package.json': './package.json' })).toEqual([]);
});

it.each([
  ['an entry without types', { './retry': { default: './dist/retry/index.js' } }, 'expected'],
  [
    'an entry without default',
    { './retry': { types: './dist/retry/index.d.ts', import: './dist/retry/index.js' } },
    'import',
  ],
  [
    'types that come too late',
    { './retry': { default: './dist/retry/index.js', types: './dist/retry/index.d.ts' } },
    'then',
  ],
  ['a plain path', { './retry': './dist/retry/index.js' }, "'./dist/retry/index.js'"],
  [
    'types of another file',
    { './retry': { types: './dist/a.d.ts', default: './dist/retry/index.js' } },
    'two places',
  ],
  [
    'an entry without source',
    { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
    'src/index.ts',
  ],
  ['no entry at all', undefined, "no 'exports'"],
])('finds %s', (_name, exports, part) => {
  expect(messages(exports)).toEqual([expect.stringContaining(part)]);
});
