import { wireSchema, type WireDialect } from '@sigil/schema';
import type { PropertySpec, ValueType } from '@sigil/spec';
import { describe, expect, it } from 'vitest';

const DIALECTS: readonly WireDialect[] = ['strict', 'anthropic', 'plain', 'llama'];

function property(type: ValueType, dialect: WireDialect, more: Partial<PropertySpec> = {}): unknown {
  return propertiesOf(wireSchema([{ name: 'value', type, ...more }], dialect))['value'];
}

function propertiesOf(schema: unknown): Record<string, unknown> {
  return (schema as { properties: Record<string, unknown> }).properties;
}

const TREE: ValueType = {
  kind: 'recursive',
  name: 'Tree',
  type: {
    kind: 'object',
    name: 'Tree',
    properties: [{ name: 'children', type: { kind: 'array', items: { kind: 'reference', name: 'Tree' } } }],
  },
};

const POINT: ValueType = {
  kind: 'object',
  name: 'Point',
  properties: [{ name: 'x', type: { kind: 'number' } }],
};

describe('a limit', () => {
  it('is said in words where a dialect has no keyword', () => {
    const text: ValueType = { kind: 'string', constraints: { minLength: 2, pattern: '^a' } };
    expect(property(text, 'strict', { description: 'A word.' })).toEqual({
      description: 'A word. At least 2 characters.',
      type: 'string',
      pattern: '^a',
    });
    expect(property(text, 'anthropic')).toEqual({
      description: 'At least 2 characters. Matches ^a.',
      type: 'string',
    });
    expect(property(text, 'plain')).toEqual({ type: 'string', minLength: 2, pattern: '^a' });
    expect(property(text, 'llama')).toEqual({ description: 'Matches ^a.', type: 'string', minLength: 2 });
  });

  it('on a number that is not whole is a sentence for llama, whose grammars have ranges of integers', () => {
    const share: ValueType = { kind: 'number', constraints: { minimum: 0, multipleOf: 0.01 } };
    expect(property(share, 'llama')).toEqual({
      description: 'At least 0. A multiple of 0.01.',
      type: 'number',
    });
    expect(property({ ...share, integer: true, constraints: { minimum: 0 } }, 'llama')).toEqual({
      type: 'integer',
      minimum: 0,
    });
    expect(property(share, 'strict')).toEqual({
      description: 'A multiple of 0.01.',
      type: 'number',
      minimum: 0,
    });
  });
});

describe('a type that holds itself', () => {
  it('is a definition for strict and plain', () => {
    const definition = {
      type: 'object',
      properties: { children: { type: 'array', items: { $ref: '#/$defs/Tree' } } },
      required: ['children'],
      additionalProperties: false,
    };
    for (const dialect of ['strict', 'plain'] as const) {
      const schema = wireSchema([{ name: 'value', type: TREE }], dialect);
      expect(schema).toMatchObject({
        properties: { value: { $ref: '#/$defs/Tree' } },
        $defs: { Tree: definition },
      });
    }
  });

  it('is refused for anthropic, with an error that names it', () => {
    expect(() => wireSchema([{ name: 'value', type: TREE }], 'anthropic')).toThrow(
      "the type 'Tree', which holds itself",
    );
  });

  it('is written out for llama, and ends with empty lists', () => {
    const text = JSON.stringify(wireSchema([{ name: 'value', type: TREE }], 'llama'));
    expect(text.match(/"children":/gu)).toHaveLength(4);
    expect(text).toContain('"maxItems":0');
    expect(text).not.toContain('$ref');
  });
});

describe('a type that is used twice', () => {
  const fields: readonly PropertySpec[] = [
    { name: 'a', type: POINT },
    { name: 'b', type: POINT },
  ];

  it.each(DIALECTS)('is one definition where there are any: %s', (dialect) => {
    const schema = wireSchema(fields, dialect);
    expect('$defs' in schema).toBe(dialect !== 'llama');
    expect(JSON.stringify(schema).match(/"x":/gu)).toHaveLength(dialect === 'llama' ? 2 : 1);
  });
});

describe('the order of properties', () => {
  const fields = ['z', 'a', '_', 'b'].map((name): PropertySpec => ({ name, type: { kind: 'string' } }));

  it.each(DIALECTS)('is that of the declaration: %s', (dialect) => {
    const schema = wireSchema(fields, dialect);
    expect(Object.keys(propertiesOf(schema))).toEqual(['z', 'a', '_', 'b']);
    expect(schema['required']).toEqual(['z', 'a', '_', 'b']);
  });

  it('is another where objects of a union would begin alike, which OpenAI refuses', () => {
    const variant = (kind: string): ValueType => ({
      kind: 'object',
      properties: [
        { name: 'id', type: { kind: 'string' } },
        { name: 'kind', type: { kind: 'enum', values: [kind] } },
      ],
    });
    const union: ValueType = { kind: 'union', discriminator: 'kind', variants: [variant('a'), variant('b')] };
    const orders = (dialect: WireDialect): string[][] =>
      (property(union, dialect) as { anyOf: unknown[] }).anyOf.map((one) => Object.keys(propertiesOf(one)));
    expect(orders('strict')).toEqual([
      ['kind', 'id'],
      ['kind', 'id'],
    ]);
    expect(orders('plain')).toEqual([
      ['id', 'kind'],
      ['id', 'kind'],
    ]);
  });

  it('is another where objects without a discriminator would begin alike', () => {
    const union: ValueType = {
      kind: 'union',
      variants: [['a', 'b'], ['a']].map((names): ValueType => ({
        kind: 'object',
        properties: names.map((name) => ({ name, type: { kind: 'string' } })),
      })),
    };
    const { anyOf } = property(union, 'strict') as { anyOf: unknown[] };
    expect(anyOf.map((one) => Object.keys(propertiesOf(one)))).toEqual([['b', 'a'], ['a']]);
  });
});

describe('a property that may be absent', () => {
  it('is null in all dialects but plain, where it may be left out too', () => {
    const schema = (dialect: WireDialect) =>
      wireSchema([{ name: 'a', type: { kind: 'string' }, optional: true }], dialect);
    for (const dialect of DIALECTS) {
      expect(schema(dialect)['required']).toEqual(dialect === 'plain' ? [] : ['a']);
      expect(propertiesOf(schema(dialect))).toEqual({ a: { anyOf: [{ type: 'string' }, { type: 'null' }] } });
    }
  });
});
