import type { JsonValue, MapType, PropertySpec, ValueType } from '@sigil/spec';
import { variantOf } from './variant-of.js';

/**
 * A value of a program as JSON, in the form that people write: dates as ISO 8601 in UTC, sets and tuples as lists, maps
 * as objects, bigints as digits. What does not fit the type stays as it is, JSON or not, for the check that follows to
 * name.
 *
 * @param references the recursive types around
 * @throws TypeError where any JSON will do, for a value that has no JSON form at all: a function, a symbol
 */
export function toJson(
  type: ValueType,
  value: unknown,
  references: ReadonlyMap<string, ValueType> = new Map(),
): JsonValue | undefined {
  const inner = (one: ValueType, held: unknown): JsonValue | undefined => toJson(one, held, references);
  switch (type.kind) {
    case 'date':
      if (!(value instanceof Date)) break;
      if (Number.isNaN(value.getTime())) return String(value);
      // A day with a time stays one, for the check that follows to refuse: without it, it may be another day.
      return type.precision === 'day'
        ? value.toISOString().replace(/T00:00:00\.000Z$/u, '')
        : value.toISOString();
    case 'bigint':
      if (typeof value === 'bigint') return String(value);
      break;
    case 'array':
    case 'set':
      if (Array.isArray(value) || (type.kind === 'set' && value instanceof Set))
        return listOf([...value].map((item) => inner(type.items, item)));
      break;
    case 'tuple':
      if (!Array.isArray(value)) break;
      // Optional items may be undefined at the end: JSON does not have them at all.
      return listOf(
        value.slice(0, value.findLastIndex((item) => item !== undefined) + 1).map((item, index) => {
          const one = type.items[index]?.type ?? type.rest;
          return one === undefined ? plainJson(item) : inner(one, item);
        }),
      );
    case 'map':
      return mapToJson(type, value, inner);
    case 'object':
      if (!isRecord(value)) break;
      return membersToJson(type.properties, value, inner);
    case 'union': {
      const variant = variantOf(type, value, references);
      return variant === undefined ? asItIs(value) : inner(variant, value);
    }
    case 'nullable':
      return value === null ? null : inner(type.inner, value);
    case 'recursive':
      return toJson(type.type, value, new Map([...references, [type.name, type.type]]));
    case 'reference': {
      const target = references.get(type.name);
      if (target !== undefined) return inner(target, value);
      break;
    }
    case 'string':
    case 'number':
    case 'boolean':
    case 'enum':
    case 'template':
      break;
    case 'json':
      return plainJson(value);
  }
  return asItIs(value);
}

/** What does not fit: the check of the JSON says what was found and what was wanted. */
function asItIs(value: unknown): JsonValue {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no JSON, for the check to refuse
  return value as JsonValue;
}

/** A place without a value stays one: null would be a value. */
function listOf(items: readonly (JsonValue | undefined)[]): JsonValue {
  return items.map(asItIs);
}

/** The fields of a signature at once; a value that no field has stays, as far as it is JSON. */
export function fieldsToJson(
  fields: readonly PropertySpec[],
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, JsonValue>> {
  return membersToJson(fields, values, (type, value) => toJson(type, value));
}

function membersToJson(
  properties: readonly PropertySpec[],
  values: Readonly<Record<string, unknown>>,
  inner: (type: ValueType, held: unknown) => JsonValue | undefined,
): { readonly [name: string]: JsonValue } {
  const types = typesOf(properties);
  const members: [string, JsonValue][] = [];
  for (const name of Object.keys(values)) {
    const type = types.get(name);
    const value = type === undefined ? plainJson(values[name]) : inner(type, values[name]);
    if (value !== undefined) members.push([name, value]);
  }
  return Object.fromEntries(members);
}

const memory = new WeakMap<readonly PropertySpec[], ReadonlyMap<string, ValueType>>();

/** Types by name: every call of a predictor asks for those of the same fields. */
function typesOf(fields: readonly PropertySpec[]): ReadonlyMap<string, ValueType> {
  const known = memory.get(fields);
  if (known !== undefined) return known;
  const types = new Map(fields.map((field) => [field.name, field.type]));
  memory.set(fields, types);
  return types;
}

function mapToJson(
  type: MapType,
  value: unknown,
  inner: (one: ValueType, held: unknown) => JsonValue | undefined,
): JsonValue | undefined {
  if (!(type.form === 'map' && value instanceof Map) && !isRecord(value)) return asItIs(value);
  const entries: [unknown, unknown][] = value instanceof Map ? [...value] : Object.entries(value);
  return fromEntries(entries.map(([key, member]) => [String(key), inner(type.value, member)]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !(value instanceof Date || value instanceof Map || value instanceof Set);
}

/** Without what is absent. A key `__proto__` is data here. */
function fromEntries(entries: readonly (readonly [string, JsonValue | undefined])[]): {
  readonly [name: string]: JsonValue;
} {
  return Object.fromEntries(entries.filter((entry): entry is [string, JsonValue] => entry[1] !== undefined));
}

/** A value of which the type says nothing. */
function plainJson(value: unknown): JsonValue | undefined {
  if (value === undefined || value === null || typeof value === 'string' || typeof value === 'boolean')
    return value;
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (value instanceof Map)
    return fromEntries([...value].map(([key, held]) => [String(key), plainJson(held)]));
  if (Array.isArray(value) || value instanceof Set) return [...value].map((item) => plainJson(item) ?? null);
  if (typeof value === 'object') {
    return fromEntries(Object.entries(value).map(([name, member]) => [name, plainJson(member)]));
  }
  throw new TypeError(`Cannot write a ${typeof value} as JSON. Give data only.`);
}
