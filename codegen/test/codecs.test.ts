import { fieldsToWire, valueProblems } from '@sigil/schema';
import type { PropertySpec, ValueType } from '@sigil/spec';
import { z } from 'sigil/zod';
import { describe, expect, it } from 'vitest';
import { generatedSchemas } from './generated-schemas.js';

const TEXT = { kind: 'string' } as const;
const NUMBER = { kind: 'number' } as const;

function map(form: 'record' | 'map', value: ValueType = NUMBER): ValueType {
  return { kind: 'map', form, key: TEXT, value };
}

function object(...properties: PropertySpec[]): ValueType {
  return { kind: 'object', properties };
}

function kind(value: string | number, more: Partial<PropertySpec> = {}): PropertySpec {
  return { name: 'kind', type: { kind: 'enum', values: [value] }, ...more };
}

function said({ error }: z.ZodSafeParseResult<unknown>): readonly string[] {
  return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
}

/** The schemas of one field, `value`, and what they say of what is wrong. */
function schemas(type: ValueType, about: Partial<PropertySpec> = {}) {
  const property = { name: 'value', type, ...about };
  const { output } = generatedSchemas([{ ...property, direction: 'out' }]);
  const { input } = generatedSchemas([{ ...property, direction: 'in' }]);
  const problems = (schema: z.ZodType, value: unknown): readonly string[] => said(schema.safeParse(value));
  return {
    decode: (value: unknown): unknown => z.decode(output, value),
    encode: (value: unknown): unknown => z.encode(output, value),
    read: (value: unknown): unknown => z.decode(input, value),
    encodingProblems: (value: unknown): readonly string[] => said(z.safeEncode(output, value)),
    outputProblems: (value: unknown) => problems(output, value),
    inputProblems: (value: unknown) => problems(input, value),
  };
}

describe('a map', () => {
  it.each(['record', 'map'] as const)('refuses keys that would change an object, as a %s', (form) => {
    const { outputProblems, inputProblems, encode } = schemas(map(form));
    const unsafe = 'must not have the keys __proto__ and constructor';
    for (const key of ['__proto__', 'constructor']) {
      expect(outputProblems({ value: [{ key, value: 1 }] })).toEqual([`value: ${unsafe}`]);
      const json: unknown = JSON.parse(`{ "value": { "${key}": 1, "a": 2 } }`);
      expect(inputProblems(json)).toEqual([`value: ${unsafe}`]);
      const held = form === 'map' ? new Map([[key, 1]]) : JSON.parse(`{ "${key}": 1 }`);
      expect(() => encode({ value: held })).toThrow(unsafe);
    }
  });

  it('refuses such keys in a map inside of a map', () => {
    const { outputProblems, inputProblems } = schemas(map('map', map('record')));
    expect(outputProblems({ value: [{ key: 'a', value: [{ key: '__proto__', value: 1 }] }] })).toHaveLength(
      1,
    );
    expect(inputProblems(JSON.parse('{ "value": { "a": { "__proto__": 1 } } }'))).toHaveLength(1);
  });

  it('refuses a key that comes twice, in any spelling', () => {
    expect(
      schemas(map('record')).outputProblems({
        value: [
          { key: 'a', value: 1 },
          { key: 'a', value: 2 },
        ],
      }),
    ).toEqual(['value: must have each key once']);
    const numbers = schemas({ kind: 'map', form: 'map', key: NUMBER, value: NUMBER });
    expect(numbers.inputProblems({ value: { 1: 1, '1.0': 2 } })).toEqual([
      'value.1.0: is the same key as another',
    ]);
  });

  it('has numbers as keys where the type says so', () => {
    const { read, decode, encode } = schemas({ kind: 'map', form: 'map', key: NUMBER, value: TEXT });
    const value = new Map([[1.5, 'a']]);
    expect(read({ value: { '1.5': 'a' } })).toEqual({ value });
    expect(decode({ value: [{ key: 1.5, value: 'a' }] })).toEqual({ value });
    expect(encode({ value })).toEqual({ value: [{ key: 1.5, value: 'a' }] });
  });
});

describe('any JSON', () => {
  it('refuses a key that others would drop, and text that is no JSON', () => {
    const { outputProblems, inputProblems, decode } = schemas({ kind: 'json' });
    expect(outputProblems({ value: '{"a":[{"__proto__":1}]}' })).toHaveLength(1);
    expect(inputProblems(JSON.parse('{ "value": { "__proto__": 1 } }'))).toHaveLength(1);
    expect(outputProblems({ value: '{' })).toEqual(['value: must be JSON as text']);
    expect(decode({ value: '{"constructor":null}' })).toEqual({ value: { constructor: null } });
  });
});

describe('a property that may be absent', () => {
  it('is null on the wire, and absent when it is read back', () => {
    const { encode, decode } = schemas(TEXT, { optional: true });
    expect(encode({})).toEqual({ value: null });
    expect(decode({ value: null })).toEqual({ value: undefined });
  });

  it('stays null where null is a value, and absent only where a reply leaves it out', () => {
    const type: ValueType = { kind: 'nullable', inner: TEXT };
    const { encode, decode } = schemas(type, { optional: true });
    const read = (values: object) => fieldsToWire([{ name: 'value', type, optional: true }], { ...values });
    expect(decode({ value: null })).toEqual({ value: null });
    expect(decode(read({}))).toEqual({ value: undefined });
    expect(encode({})).toEqual({ value: null });
  });

  it('stays null where its type says null by a name', () => {
    const chain: ValueType = {
      kind: 'recursive',
      name: 'Chain',
      type: {
        kind: 'nullable',
        inner: object({ name: 'next', type: { kind: 'reference', name: 'Chain' }, optional: true }),
      },
    };
    const { encode, decode } = schemas(chain, { optional: true });
    for (const value of [{ value: null }, { value: { next: { next: null } } }]) {
      expect(decode(value)).toEqual(value);
      expect(encode(value)).toEqual(value);
    }
    expect(encode({ value: {} })).toEqual({ value: { next: null } });
  });

  it.each<[string, ValueType, Partial<PropertySpec>]>([
    ['may be absent', TEXT, { optional: true }],
    ['may be null, too', { kind: 'nullable', inner: TEXT }, { optional: true }],
    ['is any JSON', { kind: 'json' }, { optional: true }],
    ['has a default', TEXT, { default: 'a' }],
    ['has a default beside null', { kind: 'nullable', inner: TEXT }, { default: 'a' }],
  ])(
    'is wanted of a reply on the wire, as every wire schema but the plain one does, where it %s',
    (_, type, about) => {
      const { outputProblems } = schemas(type, about);
      expect(outputProblems({ value: null })).toEqual([]);
      expect(outputProblems({})).toHaveLength(1);
    },
  );

  it('may be named as what every object inherits', () => {
    const { decode, encode, read, outputProblems } = schemas(
      object({ name: 'toString', type: TEXT, optional: true }),
    );
    expect(decode({ value: { toString: null } })).toEqual({ value: { toString: undefined } });
    expect(outputProblems({ value: {} })).toEqual([
      'value.toString: must be there, as null where there is nothing to say',
    ]);
    expect(encode({ value: {} })).toEqual({ value: { toString: null } });
    expect(read({ value: { toString: 'a' } })).toEqual({ value: { toString: 'a' } });
  });

  it('has a default in the form of the program', () => {
    const level: ValueType = { kind: 'enum', values: [0, 5], members: [{ shown: 'Low' }, { shown: 'High' }] };
    const { decode, encode } = schemas(level, { default: 5 });
    expect(decode({ value: null })).toEqual({ value: 5 });
    expect(encode({ value: 0 })).toEqual({ value: 'Low' });
  });
});

describe('a union', () => {
  it('says of the variant that was meant what is wrong, and of the others nothing', () => {
    const { outputProblems } = schemas({
      kind: 'union',
      discriminator: 'kind',
      variants: [
        object(kind('card', { alias: 'type' }), { name: 'number', type: TEXT, alias: 'digits' }),
        object(kind('cash', { alias: 'type' }), { name: 'amount', type: NUMBER }),
      ],
    });
    expect(outputProblems({ value: { type: 'cash', amount: 'much' } })).toEqual([
      'value.amount: Invalid input: expected number, received string',
    ]);
    expect(outputProblems({ value: { type: 'coin' } })).toEqual([expect.stringContaining('value.type: ')]);
  });

  it('says so inside of a type that holds itself, too', () => {
    const self: ValueType = { kind: 'reference', name: 'Expression' };
    const { outputProblems, decode } = schemas({
      kind: 'recursive',
      name: 'Expression',
      type: {
        kind: 'union',
        discriminator: 'kind',
        variants: [
          object(kind('number'), { name: 'value', type: NUMBER }),
          object(kind('negate'), { name: 'of', type: self }),
        ],
      },
    });
    const wrong = { value: { kind: 'negate', of: { kind: 'number', value: 'one' } } };
    expect(outputProblems(wrong)).toEqual([
      'value.of.value: Invalid input: expected number, received string',
    ]);
    const right = { value: { kind: 'negate', of: { kind: 'number', value: 1 } } };
    expect(decode(right)).toEqual(right);
  });

  it('is encoded by the variant that it is, never by the first that takes it', () => {
    const { encode, decode } = schemas({
      kind: 'union',
      discriminator: 'kind',
      variants: [
        object(kind(0), { name: 'when', type: { kind: 'date', precision: 'day' } }),
        object(kind(1), { name: 'when', type: { kind: 'date', precision: 'time' } }),
      ],
    });
    const value = { value: { kind: 1, when: new Date('2026-01-31T10:00:00Z') } };
    expect(encode(value)).toEqual({ value: { kind: 1, when: '2026-01-31T10:00:00.000Z' } });
    expect(decode(encode(value))).toEqual(value);
    expect(() => encode({ value: { kind: 2, when: new Date(0) } })).toThrow('Invalid input');
  });
});

describe('an object', () => {
  it('refuses a key __proto__ and other names that nobody declared', () => {
    const { outputProblems } = schemas(object({ name: 'a', type: TEXT }));
    expect(outputProblems(JSON.parse('{ "value": { "a": "", "__proto__": {} } }'))).toHaveLength(1);
    expect(outputProblems({ value: { a: '', b: '' } })).toHaveLength(1);
  });
});

describe('a date', () => {
  it('is read with an offset and written in UTC, and none that has no such text is written', () => {
    const { decode, encode } = schemas({ kind: 'date', precision: 'time' });
    expect(decode({ value: '2026-01-31T10:00:00+05:30' })).toEqual({
      value: new Date('2026-01-31T04:30:00Z'),
    });
    expect(encode({ value: new Date('2026-01-31T04:30:00Z') })).toEqual({
      value: '2026-01-31T04:30:00.000Z',
    });
    expect(() => encode({ value: new Date(8e15) })).toThrow(
      /is \\"\+25.*\\", wanted a date and time such as/u,
    );
    expect(() => encode({ value: new Date(Number.NaN) })).toThrow('must be a Date, and a valid one');
  });
});

describe('a date and time with an offset', () => {
  it.each(['9999-12-31T23:59:59-01:00', '0000-01-01T00:00:00+01:00'])(
    'is refused where UTC has no year of four digits for it: %s',
    (value) => {
      const type: ValueType = { kind: 'date', precision: 'time' };
      const sentence = `is "${value}", wanted a date and time in the years 0000 to 9999 in UTC`;
      const { outputProblems, inputProblems } = schemas(type);
      expect(outputProblems({ value })).toEqual([`value: ${sentence}`]);
      expect(inputProblems({ value })).toEqual([`value: ${sentence}`]);
      expect(valueProblems({ name: 'value', type }, value, 'value')).toEqual([`value ${sentence}`]);
    },
  );

  it.each(['9999-12-31T23:59:59Z', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59+01:00'])(
    'is read up to there, and written again: %s',
    (value) => {
      const type: ValueType = { kind: 'date', precision: 'time' };
      const { decode, encode } = schemas(type);
      expect(decode(encode(decode({ value }) as object))).toEqual(decode({ value }));
      expect(valueProblems({ name: 'value', type }, value, 'value')).toEqual([]);
    },
  );
});

describe('what the program does not hold', () => {
  const set: ValueType = { kind: 'set', items: { kind: 'date', precision: 'time' } };
  const tuple: ValueType = { kind: 'tuple', items: [{ name: 'a', type: TEXT }] };
  const cyclic: { self?: unknown } = {};
  cyclic.self = [cyclic, cyclic];

  it.each<[string, ValueType, unknown]>([
    ['a Set', set, 1],
    ['a Map', map('map'), 1],
    ['an object', map('record'), null],
    ['a list of 1', tuple, null],
    ['an object', object({ name: 'a', type: TEXT, alias: 'b' }), null],
    ['JSON, without keys __proto__', { kind: 'json' }, 1n],
    ['JSON, without keys __proto__', { kind: 'json' }, cyclic],
  ])('is refused where a map holds it, never thrown at: %s', (wanted, value, held) => {
    const { encodingProblems } = schemas(map('map', value));
    expect(encodingProblems({ value: new Map([['a', held]]) })).toEqual([`value.0.value: must be ${wanted}`]);
  });

  it('is refused in a map that was read from an object, too', () => {
    const { input } = generatedSchemas([
      {
        name: 'value',
        direction: 'in',
        type: { kind: 'array', items: map('map'), constraints: { uniqueItems: true } },
      },
    ]);
    expect(said(z.safeEncode(input, { value: [1] }))).toEqual(['value.0: must be a Map']);
  });
});

describe('a date without a time', () => {
  it('is written at midnight in UTC only: a time would be lost', () => {
    const { decode, encode, read } = schemas({ kind: 'date', precision: 'day' });
    const value = new Date('2026-01-31T00:00:00Z');
    expect(encode({ value })).toEqual({ value: '2026-01-31' });
    expect(decode({ value: '2026-01-31' })).toEqual({ value });
    expect(read({ value: '2026-01-31' })).toEqual({ value });
    expect(() => encode({ value: new Date('2026-01-31T23:00:00Z') })).toThrow(
      'wanted a date without a time such as 2026-01-31',
    );
  });
});

describe('a set', () => {
  it('refuses an item that comes twice', () => {
    const { outputProblems, decode } = schemas({ kind: 'set', items: { kind: 'bigint' } });
    expect(outputProblems({ value: ['7', '07'] })).toEqual(['value: must have no item twice']);
    expect(decode({ value: ['7', '8'] })).toEqual({ value: new Set([7n, 8n]) });
  });
});
