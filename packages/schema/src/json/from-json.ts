import type { JsonValue, MapType, PropertySpec, ValueType } from '@sigil/spec';
import { holdsNull } from '../type/holds-null.js';
import { valueNamed, valueShownAs } from '../type/shown-value.js';
import { isRecord } from './is-record.js';
import type { References } from './value-problems.js';
import { variantOf } from './variant-of.js';

/**
 * JSON in the form that people write as a value of a program: the other way round than `toJson`. What does not fit the
 * type stays as it is.
 *
 * @param references the recursive types around
 * @example
 * ```ts
 * import { fromJson } from '@sigil/schema';
 *
 * fromJson({ kind: 'set', items: { kind: 'string' } }, ['a', 'b']); // -> new Set(['a', 'b'])
 * ```
 */
export function fromJson(type: ValueType, value: JsonValue, references: References = new Map()): unknown {
  const inner = (one: ValueType, held: JsonValue): unknown => fromJson(one, held, references);
  switch (type.kind) {
    case 'date': {
      const date = typeof value === 'string' ? new Date(value) : undefined;
      return date === undefined || Number.isNaN(date.getTime()) ? value : date;
    }
    case 'bigint':
      return typeof value === 'string' && /^-?\d+$/u.test(value) ? BigInt(value) : value;
    case 'enum':
      return valueShownAs(type, value) ?? value;
    case 'array':
      return isList(value) ? value.map((item) => inner(type.items, item)) : value;
    case 'set':
      return isList(value) ? new Set(value.map((item) => inner(type.items, item))) : value;
    case 'tuple':
      return isList(value)
        ? value.map((item, at) => {
            const one = type.items[at]?.type ?? type.rest;
            return one === undefined ? item : inner(one, item);
          })
        : value;
    case 'map':
      return isRecord(value) ? mapFromJson(type, value, inner) : value;
    case 'object':
      return isRecord(value) ? membersFromJson(type.properties, value, references, inner) : value;
    case 'union': {
      const variant = variantOf(type, value, references);
      return variant === undefined ? value : inner(variant, value);
    }
    case 'nullable':
      return value === null ? null : inner(type.inner, value);
    case 'recursive':
      return fromJson(type.type, value, new Map([...references, [type.name, type.type]]));
    case 'reference': {
      const target = references.get(type.name);
      return target === undefined ? value : inner(target, value);
    }
    case 'string':
    case 'number':
    case 'boolean':
    case 'template':
    case 'json':
      return value;
  }
}

function mapFromJson(
  type: MapType,
  value: { readonly [name: string]: JsonValue },
  inner: (type: ValueType, held: JsonValue) => unknown,
): unknown {
  const entries = Object.entries(value).map(
    ([name, held]) => [keyFromJson(type.key, name), inner(type.value, held)] as const,
  );
  return type.form === 'map' ? new Map(entries) : recordOf(entries);
}

/** The key of a map that the name of a property in JSON stands for. */
export function keyFromJson(type: MapType['key'], name: string): string | number | boolean {
  if (type.kind === 'number') return name.trim() === '' ? name : Number(name);
  if (type.kind !== 'enum') return name;
  return valueNamed(type, name) ?? name;
}

function membersFromJson(
  properties: readonly PropertySpec[],
  value: { readonly [name: string]: JsonValue },
  references: References,
  inner: (type: ValueType, held: JsonValue) => unknown,
): Record<string, unknown> {
  return recordOf(
    Object.entries(value).flatMap(([name, held]): (readonly [string, unknown])[] => {
      const property = properties.find((one) => one.name === name);
      if (property === undefined) return [[name, held]];
      const isAbsent = held === null && property.optional === true && !holdsNull(property.type, references);
      return isAbsent ? [] : [[name, inner(property.type, held)]];
    }),
  );
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** `fromEntries` defines own properties: a key `__proto__` is data here. */
function recordOf(
  entries: readonly (readonly [string | number | boolean, unknown])[],
): Record<string, unknown> {
  return Object.fromEntries(entries.map(([name, value]) => [String(name), value]));
}
