import { toJson, toWire, wireSchema, type WireDialect } from '@sigil/schema';
import type { PropertySpec, ValueType } from '@sigil/spec';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typeWithValues } from './arbitrary.js';

const ajv = new Ajv2020({
  strict: true,
  ownProperties: true,
  allowUnionTypes: true,
  strictTypes: false,
  unicodeRegExp: true,
});
addFormats.default(ajv);

const DIALECTS: readonly WireDialect[] = ['strict', 'anthropic', 'plain', 'llama'];

function field(type: ValueType): readonly PropertySpec[] {
  return [{ name: 'value', type }];
}

describe('the wire form of a value', () => {
  it.each(DIALECTS)('fits the wire schema of its type in the dialect %s', (dialect) => {
    fc.assert(
      fc.property(
        typeWithValues.chain(({ type, values }) => values.map((value) => ({ type, value }))),
        ({ type, value }) => {
          const validate = ajv.compile(wireSchema(field(type), dialect));
          const wire = withNulls({ value: toWire(type, toJson(type, value)) }, field(type), dialect);
          expect([validate(wire), validate.errors]).toEqual([true, null]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is the same when it was in that form already', () => {
    fc.assert(
      fc.property(
        typeWithValues.chain(({ type, values }) => values.map((value) => ({ type, value }))),
        ({ type, value }) => {
          const wire = toWire(type, toJson(type, value));
          expect(toWire(type, wire)).toEqual(wire);
        },
      ),
    );
  });
});

/** In most dialects every property has to be there: what a program leaves out is null. */
function withNulls(value: unknown, properties: readonly PropertySpec[], dialect: WireDialect): unknown {
  if (dialect === 'plain' || typeof value !== 'object' || value === null) return value;
  const held = value as Record<string, unknown>;
  return Object.fromEntries(
    properties.map(({ name, alias, type }) => [
      alias ?? name,
      fill(type, Object.hasOwn(held, alias ?? name) ? held[alias ?? name] : null, dialect),
    ]),
  );
}

function fill(type: ValueType, value: unknown, dialect: WireDialect): unknown {
  if (value === null) return null;
  switch (type.kind) {
    case 'array':
    case 'set':
      return Array.isArray(value) ? value.map((item) => fill(type.items, item, dialect)) : value;
    case 'tuple':
      return withNulls(value, type.items, dialect);
    case 'map':
      return Array.isArray(value)
        ? value.map((entry: { key: unknown; value: unknown }) => ({
            key: entry.key,
            value: fill(type.value, entry.value, dialect),
          }))
        : value;
    case 'object':
      return withNulls(value, type.properties, dialect);
    case 'nullable':
      return value === null ? null : fill(type.inner, value, dialect);
    case 'union': {
      const kind = (value as { kind: string }).kind;
      const variant = type.variants[kind === 'one' ? 0 : 1];
      return variant === undefined ? value : fill(variant, value, dialect);
    }
    default:
      return value;
  }
}
