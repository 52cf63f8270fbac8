import { expect, it } from 'vitest';
import { samplePackage } from '../tree/sample.js';
import { formatFinding } from './check.js';
import { unreadOptionsCheck } from './unread-options.js';

it('finds an option that is declared and passed on by name, and never read', () => {
  const tree = samplePackage({
    'a.ts': [
      'export interface CacheOptions {',
      '  readonly folder: string;',
      "  readonly 'maxBytes': number;",
      '  readonly level?: number;',
      '  readonly retries?: number;',
      '  readonly deadline?: number;',
      '}',
      'export function open({ folder: where, ...rest }: CacheOptions): unknown {',
      "  return [where, rest.maxBytes, rest['deadline'], { level: 1, retries: 2 }];",
      '}',
    ].join('\n'),
    'a.test.ts': 'options.level;',
  });
  expect(unreadOptionsCheck.find(tree).map(formatFinding)).toEqual([
    'packages/lm/src/a.ts:4 declares CacheOptions.level, which nothing reads. Delete it.',
    'packages/lm/src/a.ts:5 declares CacheOptions.retries, which nothing reads. Delete it.',
  ]);
});

it('leaves other interfaces alone', () => {
  expect(unreadOptionsCheck.find(samplePackage({ 'a.ts': 'interface Report { level: number }' }))).toEqual(
    [],
  );
});
