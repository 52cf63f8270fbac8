import { fieldsToWire, fromJson, inDeclaredOrder, leftOut, toJson, toWire, wireSchema } from '@sigil/schema';
import type { JsonValue, PropertySpec, ValueType } from '@sigil/spec';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typeWithValues } from './arbitrary.js';

const DIALECTS = ['strict', 'anthropic', 'plain', 'llama'] as const;
const ajv = new Ajv2020({ strict: true, strictTypes: false, ownProperties: true, addUsedSchema: false });
addFormats.default(ajv);

/** A type of each kind that a property may lack, with a value of it. */
const HELD: readonly (readonly [ValueType, JsonValue])[] = [
  [{ kind: 'string' }, 'x'],
  [{ kind: 'string' }, 'null'],
  [{ kind: 'string' }, 'None'],
  [{ kind: 'number' }, 0],
  [{ kind: 'boolean' }, false],
  [{ kind: 'bigint' }, '7'],
  [{ kind: 'date', precision: 'day' }, '2026-01-31'],
  [{ kind: 'enum', values: ['null', 'a'] }, 'null'],
  [{ kind: 'template', parts: ['id-', { kind: 'number' }] }, 'id-1'],
  [{ kind: 'array', items: { kind: 'string' } }, ['null']],
  [{ kind: 'set', items: { kind: 'number' } }, []],
  [{ kind: 'map', form: 'record', key: { kind: 'string' }, value: { kind: 'string' } }, { None: 'null' }],
  [{ kind: 'object', properties: [{ name: 'a', type: { kind: 'string' } }] }, { a: 'null' }],
];

const orNull = (inner: ValueType): ValueType => ({ kind: 'nullable', inner });

describe.each(DIALECTS)('in the dialect %s', (dialect) => {
  it.each(HELD)('a value of %j is %j, null or absent, and never the text of one of them', (type, value) => {
    const fields: readonly PropertySpec[] = [
      { name: 'needed', type: orNull(type) },
      { name: 'optional', type, optional: true },
      { name: 'both', type: orNull(type), optional: true },
    ];
    const schema = wireSchema(fields, dialect);
    const isValid = ajv.compile(schema);
    const object: ValueType = { kind: 'object', properties: fields };
    for (const json of [
      { needed: value, optional: value, both: value },
      { needed: null, both: null },
      { needed: null },
    ]) {
      const wire: unknown = JSON.parse(JSON.stringify(toWire(object, json)));
      expect([isValid(wire), isValid.errors]).toEqual([true, null]);
      expect(Object.keys(Object(wire))).toEqual(['needed', 'optional', 'both']);
      // The text "null" is a value like others, and null is no text.
      const texts = JSON.stringify(wire).match(/"(?:null|None)"/gu) ?? [];
      expect(texts).toEqual(JSON.stringify(json).match(/"(?:null|None)"/gu) ?? []);
    }
    expect(fieldsToWire(fields, { needed: null })).toEqual({ needed: null, optional: null, both: leftOut });
    expect(isValid({ needed: null, optional: null, both: null })).toBe(true);
    expect(isValid({ optional: null, both: null })).toBe(false);
  });
});

const typed = typeWithValues.chain(({ type, values }) =>
  values.map((value) => ({ type, json: JSON.parse(JSON.stringify(toJson(type, value))) as JsonValue })),
);

describe('the order of the declaration', () => {
  it('is that of the properties in the wire form, whatever the order in the value', () => {
    fc.assert(
      fc.property(typed, ({ type, json }) => {
        expect(JSON.stringify(toWire(type, turned(json, type)))).toBe(
          JSON.stringify(toWire(type, inDeclaredOrder(type, json))),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('changes no value, and putting values into it twice is putting them once', () => {
    fc.assert(
      fc.property(typed, ({ type, json }) => {
        const ordered = inDeclaredOrder(type, json);
        expect(ordered).toEqual(json);
        expect(fromJson(type, ordered)).toEqual(fromJson(type, json));
        expect(JSON.stringify(inDeclaredOrder(type, ordered))).toBe(JSON.stringify(ordered));
        expect(JSON.stringify(inDeclaredOrder(type, turned(json, type)))).toBe(JSON.stringify(ordered));
      }),
      { numRuns: 300 },
    );
  });
});

/** The properties of all objects in the other order; keys of maps and what is in any JSON stay, their order is data. */
function turned(value: JsonValue, type: ValueType): JsonValue {
  const isData =
    JSON.stringify(type).includes('"kind":"json"') || JSON.stringify(type).includes('"kind":"map"');
  if (isData || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: JsonValue) => turned(item, type));
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, held]: [string, JsonValue]) => [name, turned(held, type)]),
  );
}
