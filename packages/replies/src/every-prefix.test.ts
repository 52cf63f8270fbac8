import { ParseError, type ValueType } from '@sigil/spec';
import { parseValue } from 'sigil/parse';
import { describe, expect, it } from 'vitest';
import { sameValue } from './compare/judge.js';
import { partialsOf } from './compare/partials-of.js';
import { regression } from './compare/regression.js';
import { typeOf } from './compare/type-of.js';
import { corpus } from './corpus.js';
import { sourceOf } from './reply/theme.js';

/** Above it not every length is read as a reply of its own: that is quadratic. */
const SHORT = 700;

describe.each(corpus)('$name', ({ groups }) => {
  for (const { type, cases } of groups) {
    const { source, typeName } = sourceOf(type);
    describe(`as ${typeName}`, () => {
      it.each(cases)('reads every beginning or refuses it by a ParseError: $name', ({ reply }) => {
        const valueType = typeOf(source, typeName);
        const step = reply.length > SHORT ? 17 : 1;
        const crashes: string[] = [];
        for (let length = 0; length <= reply.length; length += step) {
          const crash = crashOf(reply.slice(0, length), valueType);
          if (crash !== undefined) crashes.push(`${length}: ${crash}`);
        }
        expect(crashes).toEqual([]);
      });

      it.each(cases)('takes nothing back that was shown: $name', ({ reply }) => {
        const valueType = typeOf(source, typeName);
        const partials = [...partialsOf(reply, valueType, 1)];
        const losses = partials.flatMap(([length, after], index) => {
          const loss = regression(partials[index - 1]?.[1], after, valueType);
          return loss === undefined ? [] : [`at ${length}: ${loss}`];
        });
        expect(losses).toEqual([]);
      });

      it.each(cases)('shows the same, however the pieces are cut: $name', ({ reply }) => {
        const valueType = typeOf(source, typeName);
        const byCharacter = partialsOf(reply, valueType, 1);
        const differences = [7, Math.max(1, reply.length)].flatMap((size) =>
          [...partialsOf(reply, valueType, size)].flatMap(([length, shown]) =>
            sameValue(shown, byCharacter.get(length))
              ? []
              : [{ size, length, shown, byCharacter: byCharacter.get(length) }],
          ),
        );
        expect(differences).toEqual([]);
      });
    });
  }
});

/** The error of a reply that is read to its end, or that is still coming, unless it is the one that users expect. */
function crashOf(reply: string, type: ValueType): string | undefined {
  for (const mode of ['final', 'partial'] as const) {
    try {
      parseValue(reply, type, { mode });
    } catch (error) {
      if (mode === 'partial' || !(error instanceof ParseError)) return `${mode}: ${String(error)}`;
    }
  }
  return undefined;
}
