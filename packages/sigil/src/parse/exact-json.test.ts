import { ParseError, type ValueType } from '@sigil/spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseValue } from './parse-value.js';

const text: ValueType = { kind: 'string' };
/** Each value is what the model sees of the other. */
const swapped: ValueType = {
  kind: 'enum',
  values: ['a', 'b', 3],
  members: [{ shown: 'b' }, { shown: 'a', accepted: ['c'] }, {}],
};
const scalars: readonly ValueType[] = [
  text,
  { kind: 'string', constraints: { maxLength: 1 } },
  { kind: 'number' },
  { kind: 'number', integer: true, constraints: { minimum: 0 } },
  { kind: 'boolean' },
  { kind: 'bigint' },
  { kind: 'date', precision: 'day' },
  { kind: 'template', parts: ['a', { kind: 'number' }] },
  swapped,
];
const tree: ValueType = {
  kind: 'recursive',
  name: 'Tree',
  type: {
    kind: 'object',
    properties: [
      { name: 'a', type: swapped },
      { name: 'b', type: { kind: 'array', items: { kind: 'reference', name: 'Tree' } }, optional: true },
    ],
  },
};

const type: fc.Arbitrary<ValueType> = fc.letrec<{ type: ValueType }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom(...scalars, tree),
    fc.record({ kind: fc.constant('array' as const), items: tie('type') }),
    fc.record({ kind: fc.constant('nullable' as const), inner: tie('type') }),
    fc
      .tuple(
        fc.uniqueArray(fc.constantFrom('a', 'b', 'constructor', 'd'), { minLength: 1 }),
        fc.array(tie('type'), { minLength: 4, maxLength: 4 }),
        fc.constantFrom(undefined, 'optional', 'default', 'alias'),
      )
      .map(([names, types, special]) => ({
        kind: 'object' as const,
        properties: names.map((name, at) => ({
          name,
          type: types[at] ?? text,
          ...(at === 0 && special === 'optional' ? { optional: true as const } : {}),
          ...(at === 0 && special === 'default' ? { default: null } : {}),
          ...(at === 0 && special === 'alias' ? { alias: 'other' } : {}),
        })),
      })),
  ),
})).type;

/** Values that a type takes, mostly, with names of its objects in any order. */
function valueOf(given: ValueType): fc.Arbitrary<unknown> {
  const other = fc.constantFrom('a', 'b', 'c', '', 'a7', '12', '2026-01-31', null, true, 3, -1, 0.5, [], {});
  const meant = (): fc.Arbitrary<unknown> => {
    switch (given.kind) {
      case 'number':
        return fc.constantFrom(0, 7, 2.5);
      case 'boolean':
        return fc.boolean();
      case 'array':
        return fc.array(valueOf(given.items), { maxLength: 3 });
      case 'nullable':
        return fc.option(valueOf(given.inner));
      case 'recursive':
        return fc.constantFrom({ a: 'b' }, { b: [{ a: 'a' }], a: 'c' }, { a: 'a', b: [{ b: [], a: 3 }] });
      case 'object':
        return fc
          .shuffledSubarray([...given.properties], { minLength: given.properties.length - 1 })
          .chain((some) =>
            fc.tuple(
              ...some.map((property) =>
                fc.tuple(
                  fc.constantFrom(property.name, property.name, property.alias ?? property.name),
                  valueOf(property.type),
                ),
              ),
            ),
          )
          .map((entries) => Object.fromEntries(entries));
      default:
        return other;
    }
  };
  return fc.oneof({ weight: 12, arbitrary: meant() }, other);
}

function read(reply: string, wanted: ValueType): unknown {
  try {
    const { value, coercions } = parseValue(reply, wanted);
    return [
      JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? `${one}n` : one)),
      coercions,
    ];
  } catch (error) {
    if (error instanceof ParseError) return error.path;
    throw error;
  }
}

describe('JSON that is of the type as it stands', () => {
  it('is read as any other text of it, and its properties stand as they are declared', () => {
    const cases = type.chain((one) => fc.tuple(fc.constant(one), valueOf(one)));
    fc.assert(
      fc.property(cases, ([wanted, value]) => {
        const json = JSON.stringify(value);
        // A blank behind each key sends the text to the reader of broken JSON.
        expect(read(json, wanted)).toEqual(read(json.replaceAll('":', '" :'), wanted));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['a key twice', '{"a": 1, "a": 2}', ['repeated-field-dropped']],
    ['a name that the type does not have', '{"a": 1, "b": 2}', ['unknown-dropped']],
    ['the key of a prototype', '{"a": 1, "__proto__": {"a": 2}}', ['unknown-dropped']],
  ])('notes %s', (_, reply, kinds) => {
    const wanted: ValueType = { kind: 'object', properties: [{ name: 'a', type: { kind: 'number' } }] };
    const { value, coercions } = parseValue(reply, wanted);
    expect(value).toEqual({ a: 1 });
    expect(coercions.map(({ kind }) => kind)).toEqual(kinds);
  });
});
