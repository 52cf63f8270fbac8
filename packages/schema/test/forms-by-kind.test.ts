import { toJson, toPrompt, toWire, valueProblems } from '@sigil/schema';
import type { JsonValue, ValueType } from '@sigil/spec';
import { describe, expect, it } from 'vitest';

const LEVEL: ValueType = {
  kind: 'enum',
  values: [0, 5],
  members: [{ shown: 'Low' }, { shown: 'High', accepted: ['Top'] }],
};

const PERSON: ValueType = {
  kind: 'object',
  properties: [
    { name: 'id', alias: 'number', type: { kind: 'bigint' } },
    { name: 'level', type: LEVEL, optional: true },
  ],
};

const TREE: ValueType = {
  kind: 'recursive',
  name: 'Tree',
  type: {
    kind: 'object',
    properties: [
      { name: 'at', type: { kind: 'date', precision: 'day' } },
      {
        name: 'children',
        alias: 'below',
        type: { kind: 'array', items: { kind: 'reference', name: 'Tree' } },
      },
    ],
  },
};

const EITHER: ValueType = {
  kind: 'union',
  discriminator: 'kind',
  variants: [
    {
      kind: 'object',
      properties: [
        { name: 'kind', type: { kind: 'enum', values: ['a'] } },
        { name: 'of', type: LEVEL },
      ],
    },
    {
      kind: 'object',
      properties: [
        { name: 'kind', type: { kind: 'enum', values: ['b'] } },
        { name: 'of', type: { kind: 'bigint' } },
      ],
    },
  ],
};

interface Forms {
  readonly type: ValueType;
  readonly domain: unknown;
  readonly json: JsonValue;
  readonly wire: unknown;
  readonly prompt: JsonValue;
}

const BRANCH: ValueType = {
  kind: 'union',
  discriminator: 'kind',
  variants: [
    { kind: 'object', properties: [{ name: 'kind', type: { kind: 'enum', values: ['leaf'] } }] },
    {
      kind: 'recursive',
      name: 'Branch',
      type: {
        kind: 'object',
        properties: [
          { name: 'kind', type: { kind: 'enum', values: ['branch'] } },
          { name: 'level', type: LEVEL },
          { name: 'next', type: { kind: 'reference', name: 'Branch' }, optional: true },
        ],
      },
    },
  ],
};

const FORMS: { readonly [what: string]: Forms } = {
  'a variant that holds itself': {
    type: BRANCH,
    domain: { kind: 'branch', level: 5, next: { kind: 'branch', level: 0 } },
    json: { kind: 'branch', level: 5, next: { kind: 'branch', level: 0 } },
    wire: { kind: 'branch', level: 'High', next: { kind: 'branch', level: 'Low', next: null } },
    prompt: { kind: 'branch', level: 'High', next: { kind: 'branch', level: 'Low' } },
  },
  'a date with its time': {
    type: { kind: 'date', precision: 'time' },
    domain: new Date('2026-01-31T10:00:00+02:00'),
    json: '2026-01-31T08:00:00.000Z',
    wire: '2026-01-31T08:00:00.000Z',
    prompt: '2026-01-31T08:00:00.000Z',
  },
  'a bigint': { type: { kind: 'bigint' }, domain: 7n, json: '7', wire: '7', prompt: '7' },
  'a numeric enum': { type: LEVEL, domain: 5, json: 5, wire: 'High', prompt: 'High' },
  'a set': {
    type: { kind: 'set', items: LEVEL },
    domain: new Set([0, 5]),
    json: [0, 5],
    wire: ['Low', 'High'],
    prompt: ['Low', 'High'],
  },
  'a map': {
    type: { kind: 'map', form: 'map', key: { kind: 'string' }, value: { kind: 'bigint' } },
    domain: new Map([['a', 1n]]),
    json: { a: '1' },
    wire: [{ key: 'a', value: '1' }],
    prompt: { a: '1' },
  },
  'a map with numbers as keys': {
    type: { kind: 'map', form: 'record', key: { kind: 'number' }, value: LEVEL },
    domain: { 1.5: 0 },
    json: { '1.5': 0 },
    wire: [{ key: 1.5, value: 'Low' }],
    prompt: { '1.5': 'Low' },
  },
  'a map with an enum as keys': {
    type: {
      kind: 'map',
      form: 'map',
      key: { kind: 'enum', values: [0, 5], members: [{ shown: 'Low' }, { shown: 'High' }] },
      value: { kind: 'number' },
    },
    domain: new Map([[5, 1]]),
    json: { '5': 1 },
    wire: [{ key: 'High', value: 1 }],
    prompt: { High: 1 },
  },
  'a tuple': {
    type: {
      kind: 'tuple',
      items: [
        { name: 'first', type: { kind: 'string' } },
        { name: 'second', type: LEVEL },
      ],
    },
    domain: ['x', 0],
    json: ['x', 0],
    wire: { first: 'x', second: 'Low' },
    prompt: ['x', 'Low'],
  },
  'an object with aliases': {
    type: PERSON,
    domain: { id: 1n, level: 5 },
    json: { id: '1', level: 5 },
    wire: { number: '1', level: 'High' },
    prompt: { number: '1', level: 'High' },
  },
  'an object that lacks a property': {
    type: PERSON,
    domain: { id: 1n },
    json: { id: '1' },
    wire: { number: '1', level: null },
    prompt: { number: '1' },
  },
  variants: {
    type: EITHER,
    domain: { kind: 'b', of: 2n },
    json: { kind: 'b', of: '2' },
    wire: { kind: 'b', of: '2' },
    prompt: { kind: 'b', of: '2' },
  },
  null: { type: { kind: 'nullable', inner: LEVEL }, domain: null, json: null, wire: null, prompt: null },
  'any JSON': {
    type: { kind: 'json' },
    domain: { a: [1] },
    json: { a: [1] },
    wire: '{"a":[1]}',
    prompt: { a: [1] },
  },
  'a type that holds itself': {
    type: TREE,
    domain: { at: new Date('2026-01-31'), children: [{ at: new Date('2026-02-01'), children: [] }] },
    json: { at: '2026-01-31', children: [{ at: '2026-02-01', children: [] }] },
    wire: { at: '2026-01-31', below: [{ at: '2026-02-01', below: [] }] },
    prompt: { at: '2026-01-31', below: [{ at: '2026-02-01', below: [] }] },
  },
};

describe.each(Object.entries(FORMS))('%s', (_, { type, domain, json, wire, prompt }) => {
  it('has its four forms', () => {
    expect(toJson(type, domain)).toEqual(json);
    expect(toWire(type, json)).toEqual(wire);
    expect(toPrompt(type, json)).toEqual(prompt);
  });

  it('has no problems in JSON', () => {
    expect(valueProblems({ name: 'value', type }, json, 'value')).toEqual([]);
  });
});

describe('the JSON of a tuple', () => {
  it('ends before optional items that are undefined', () => {
    const type: ValueType = {
      kind: 'tuple',
      items: [
        { name: 'name', type: { kind: 'string' } },
        { name: 'age', type: { kind: 'number' }, optional: true },
      ],
    };
    expect(toJson(type, ['ann', undefined])).toStrictEqual(['ann']);
    expect(valueProblems({ name: 'value', type }, ['ann'], 'value')).toEqual([]);
  });
});

describe('problems of JSON', () => {
  it.each<[ValueType, unknown, string]>([
    [
      { kind: 'date', precision: 'day' },
      '2026-02-30',
      'value is "2026-02-30", wanted a date such as 2026-01-31',
    ],
    [{ kind: 'bigint' }, 7, 'value is 7, wanted digits as text'],
    [LEVEL, 'Middle', 'value is "Middle", wanted one of: Low, High'],
    [
      { kind: 'template', parts: ['id-', { kind: 'bigint' }] },
      'id-5n',
      'value is "id-5n", wanted id-<integer>',
    ],
    [{ kind: 'set', items: { kind: 'number' } }, [1, 1], 'value is [1,1], wanted no item twice'],
    [
      { kind: 'string', constraints: { format: 'time' } },
      '12:30',
      'value is "12:30", wanted text in the format time',
    ],
    [{ kind: 'string', constraints: { minLength: 2 } }, '😀', 'value is "😀", wanted at least 2 characters'],
    [
      { kind: 'number', constraints: { multipleOf: 0.01 } },
      19.999,
      'value is 19.999, wanted a multiple of 0.01',
    ],
    [
      { kind: 'tuple', items: [{ name: 'a', type: { kind: 'string' } }] },
      [],
      'value is [], wanted a list of 1 items',
    ],
  ])('of %j say what was found and what was wanted', (type, value, problem) => {
    expect(valueProblems({ name: 'value', type }, value, 'value')).toEqual([problem]);
  });
});
