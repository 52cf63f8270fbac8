import { bodyOf, fromJson } from '@sigil/schema';
import {
  ParseError,
  type FieldSpec,
  type JsonValue,
  type ParsedReply,
  type SignatureSpec,
  type ValueType,
} from '@sigil/spec';
import { chatAdapter, compactAdapter, jsonAdapter, xmlAdapter } from 'sigil/adapter';
import { describe, expect, it } from 'vitest';
import { sameValue } from './compare/judge.js';
import { regression } from './compare/regression.js';
import { typeOf } from './compare/type-of.js';
import { corpus } from './corpus.js';
import { sourceOf } from './reply/theme.js';

const adapters = [chatAdapter, jsonAdapter, compactAdapter, xmlAdapter];

/** Replies that are read otherwise at their end than they begin, by adapter: what was shown of them is void. */
const VOID = new Set([
  ...['chat/1', 'json/1', 'compact/1', 'xml/1'].flatMap((id) => [
    `${id} a list that is not closed before the next key`,
    `${id} a closing quote lost before a comma`,
  ]),
  ...['json/1', 'compact/1'].flatMap((id) => [
    `${id} the first object breaks the limit, the second keeps it`,
    `${id} the notation of the prompt, then the value`,
  ]),
  ...['chat/1', 'xml/1'].map((id) => `${id} a scratchpad`),
]);

/** Above it not every length is shown. */
const SHORT = 3000;

describe.each(corpus)('$name', ({ groups }) => {
  for (const { type, cases } of groups) {
    const { source, typeName } = sourceOf(type);
    it.each(cases)(`is shown as the outputs of ${typeName}: $name`, ({ name, reply }) => {
      const spec = specOf(typeOf(source, typeName));
      const outputs: ValueType = { kind: 'object', properties: spec.fields };
      for (const adapter of adapters) {
        const reader = adapter.partial(spec);
        const step = reply.length > SHORT ? 17 : 1;
        let last: unknown;
        for (let at = 0; at < reply.length; at += step) {
          const shown = structuredClone(reader.push(reply.slice(at, at + step)));
          expect(regression(last, shown, outputs)).toBe(undefined);
          last = shown;
        }
        const whole = adapter.partial(spec).push(reply);
        expect({ isSame: sameValue(whole, last), whole, last }).toMatchObject({ isSame: true });
        const end = endOf(() => adapter.parse(spec, reply));
        const partial = end instanceof ParseError ? end.partial : last;
        expect({ isSame: sameValue(partial, last), partial, last }).toMatchObject({ isSame: true });
        if (end instanceof ParseError) continue;
        const loss = regression(last, domainOf(spec, end), outputs);
        expect({ loss, isVoid: loss !== undefined }).toEqual({
          loss,
          isVoid: VOID.has(`${adapter.id} ${name}`),
        });
      }
    });
  }
});

/** An object as the outputs of a signature, any other type as the only one. */
function specOf(type: ValueType): SignatureSpec {
  const isObject = type.kind === 'object' || (type.kind === 'nullable' && type.inner.kind === 'object');
  const body = bodyOf(type);
  const properties = isObject && body.kind === 'object' ? body.properties : [{ name: 'value', type }];
  const fields = properties.map((property): FieldSpec => ({ ...property, direction: 'out' }));
  return { id: 'a.ts#A', instructions: '', fields };
}

function endOf(read: () => ParsedReply): ParsedReply | ParseError {
  try {
    return read();
  } catch (error) {
    if (error instanceof ParseError) return error;
    throw error;
  }
}

function domainOf({ fields }: SignatureSpec, { values }: ParsedReply): unknown {
  return Object.fromEntries(
    fields.flatMap(({ name, type }) =>
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what a reply is read as is JSON
      values[name] === undefined ? [] : [[name, fromJson(type, values[name] as JsonValue)] as const],
    ),
  );
}
