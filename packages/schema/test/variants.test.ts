import type { JsonValue, PropertySpec, UnionType, ValueType } from '@sigil/spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromJson, toJson, toPrompt, toWire } from '../src/index.js';
import type { TypeWithValues } from './arbitrary-leaf.js';

const DAY: ValueType = { kind: 'date', precision: 'day' };
const dates = fc.nat(20_000).map((days) => new Date(days * 86_400_000));

/** Types of which no value is one of another, in any of their forms. */
const distinct: readonly TypeWithValues[] = [
  { type: { kind: 'number' }, values: fc.integer() },
  { type: { kind: 'boolean' }, values: fc.boolean() },
  { type: DAY, values: dates },
  { type: { kind: 'bigint' }, values: fc.bigInt() },
  {
    type: { kind: 'set', items: DAY, constraints: { minItems: 1 } },
    values: dates.map((one) => new Set([one])),
  },
  {
    type: { kind: 'array', items: { kind: 'bigint' }, constraints: { minItems: 1 } },
    values: fc.array(fc.bigInt(), { minLength: 1 }),
  },
  {
    type: { kind: 'object', properties: [{ name: 'at', alias: 'when', type: DAY }] },
    values: fc.record({ at: dates }),
  },
  {
    type: { kind: 'object', properties: [{ name: 'at', alias: 'which', type: { kind: 'bigint' } }] },
    values: fc.record({ at: fc.bigInt() }),
  },
  {
    type: {
      kind: 'map',
      form: 'map',
      key: { kind: 'string', constraints: { minLength: 3 } },
      value: DAY,
      constraints: { minItems: 1 },
    },
    values: dates.map((one) => new Map([['key', one]])),
  },
];

/** An object with a property `held`, which the model sees under the name of the variant. */
function variant(type: ValueType, at: number, more: readonly PropertySpec[]): ValueType {
  return { kind: 'object', properties: [{ name: 'held', alias: `held${at}`, type }, ...more] };
}

const NOTE: PropertySpec = { name: 'toString', type: { kind: 'number' }, optional: true };

const cases = fc
  .tuple(
    fc.shuffledSubarray([...distinct], { minLength: 2 }),
    fc.nat(),
    fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
  )
  .chain(([types, pick, noted]) => {
    const at = pick % types.length;
    const union: UnionType = {
      kind: 'union',
      variants: types.map(({ type }, index) => variant(type, index, noted.at(index) === true ? [NOTE] : [])),
    };
    return (types[at]?.values ?? fc.constant(0)).map((held) => ({ union, at, value: { held } }));
  });

/** The variants that the names in a form say. */
function shown(form: unknown): readonly string[] {
  return Object.keys(Object(form)).filter((name) => name !== 'toString');
}

describe('the objects of a union without a discriminator', () => {
  it('are of one variant in all forms of a value', () => {
    fc.assert(
      fc.property(cases, ({ union, at, value }) => {
        const json: JsonValue = toJson(union, value) ?? null;
        expect(shown(toPrompt(union, json))).toEqual([`held${at}`]);
        expect(shown(toWire(union, json))).toEqual([`held${at}`]);
        expect(fromJson(union, json)).toEqual(value);
        // What is JSON already stays as it is.
        expect(toJson(union, json)).toEqual(json);
      }),
    );
  });

  it('are told apart by what is in them where they have the same names', () => {
    const union: UnionType = {
      kind: 'union',
      variants: [variant({ kind: 'string' }, 0, []), variant({ kind: 'number' }, 1, [])],
    };
    expect(toPrompt(union, { held: 1 })).toEqual({ held1: 1 });
    expect(toWire(union, { held: 1 })).toEqual({ held1: 1 });
    const dated: UnionType = {
      kind: 'union',
      variants: [variant({ kind: 'number' }, 0, []), variant(DAY, 1, [])],
    };
    expect(toJson(dated, { held: new Date(0) })).toEqual({ held: '1970-01-01' });
  });
});
