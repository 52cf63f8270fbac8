import type { ValueType } from '@sigil/spec';
import fc from 'fast-check';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { readType } from '../src/index.js';
import { Declarations, writtenType } from './written-type.js';

/** Without the names of objects, which are for readers only. */
function withoutNames(type: ValueType): unknown {
  return JSON.parse(JSON.stringify(type), (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('kind' in value) || value.kind !== 'object')
      return value;
    return Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'name'));
  });
}

describe('a type that is written as TypeScript', () => {
  it('is read as it was meant, in any order of declarations, formatted or not', async () => {
    const shuffled = fc.tuple(writtenType(), fc.infiniteStream(fc.nat(1000)));
    await fc.assert(
      fc.asyncProperty(shuffled, async ([write, order]) => {
        const declarations = new Declarations();
        const { text, type } = write(declarations);
        const own = [...declarations.all, `export type Read = ${text};`];
        const source = `${own.join('\n\n')}\n`;
        const meant = withoutNames(type);
        expect(withoutNames(readType(source, 'Read'))).toEqual(meant);

        const places = own.map((declaration) => ({ declaration, at: order.next().value }));
        const other = places.toSorted((a, b) => a.at - b.at).map(({ declaration }) => declaration);
        expect(withoutNames(readType(other.join('\n\n'), 'Read'))).toEqual(meant);

        const formatted = await format(source, { parser: 'typescript', singleQuote: true, printWidth: 60 });
        expect(withoutNames(readType(formatted, 'Read'))).toEqual(meant);
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
