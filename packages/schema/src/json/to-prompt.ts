import type { JsonValue, MapType, ValueType } from '@sigil/spec';
import { shownInPlaceOf, valueNamed } from '../type/shown-value.js';
import { isRecord } from './is-record.js';
import { variantOf } from './variant-of.js';

/**
 * JSON in the form that people write, as a model sees it: properties by their aliases, enums as they are shown. The
 * structure stays: maps are objects, tuples are lists.
 *
 * @param references the recursive types around
 */
export function toPrompt(
  type: ValueType,
  value: JsonValue,
  references: ReadonlyMap<string, ValueType> = new Map(),
): JsonValue {
  const inner = (one: ValueType, held: JsonValue): JsonValue => toPrompt(one, held, references);
  switch (type.kind) {
    case 'enum':
      return shownInPlaceOf(type, value);
    case 'array':
    case 'set':
      return Array.isArray(value) ? value.map((item: JsonValue) => inner(type.items, item)) : value;
    case 'tuple':
      if (!Array.isArray(value)) return value;
      return value.map((item: JsonValue, at) => {
        const one = type.items[at]?.type ?? type.rest;
        return one === undefined ? item : inner(one, item);
      });
    case 'map':
      return isRecord(value)
        ? mapped(value, (name, held) => [shownKey(type, name), inner(type.value, held)])
        : value;
    case 'object':
      if (!isRecord(value)) return value;
      return mapped(value, (name, held) => {
        const property = type.properties.find((one) => one.name === name);
        return property === undefined ? [name, held] : [property.alias ?? name, inner(property.type, held)];
      });
    case 'union': {
      const variant = variantOf(type, value, references);
      return variant === undefined ? value : inner(variant, value);
    }
    case 'nullable':
      return value === null ? null : inner(type.inner, value);
    case 'recursive':
      return toPrompt(type.type, value, new Map([...references, [type.name, type.type]]));
    case 'reference': {
      const target = references.get(type.name);
      return target === undefined ? value : inner(target, value);
    }
    case 'string':
    case 'number':
    case 'boolean':
    case 'bigint':
    case 'date':
    case 'template':
    case 'json':
      return value;
  }
}

function shownKey({ key }: MapType, name: string): string {
  return key.kind === 'enum' ? String(shownInPlaceOf(key, valueNamed(key, name) ?? name)) : name;
}

function mapped(
  value: { readonly [name: string]: JsonValue },
  change: (name: string, held: JsonValue) => readonly [string, JsonValue],
): JsonValue {
  return Object.fromEntries(Object.entries(value).map(([name, held]) => change(name, held)));
}
