import type { JsonValue, MapType, ValueType } from '@sigil/spec';
import { shownValues, valueNamed, valueShownAs } from '../type/shown-value.js';

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
    case 'enum': {
      const meant = valueShownAs(type, value);
      return meant === undefined ? value : (shownValues(type)[type.values.indexOf(meant)] ?? value);
    }
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
      const variant = variantOf(type.variants, type.discriminator, value, references);
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
  const meant = key.kind === 'enum' ? valueNamed(key, name) : undefined;
  return meant === undefined || key.kind !== 'enum'
    ? name
    : String(shownValues(key)[key.values.indexOf(meant)]);
}

function variantOf(
  variants: readonly ValueType[],
  discriminator: string | undefined,
  value: JsonValue,
  references: ReadonlyMap<string, ValueType>,
): ValueType | undefined {
  return variants.find((variant) => {
    const type = bodyOf(variant, references);
    if (!isRecord(value)) return type?.kind !== 'object' && Array.isArray(value) === isList(type);
    if (type?.kind !== 'object') return type?.kind === 'map';
    if (discriminator === undefined)
      return Object.keys(value).every((name) => type.properties.some((one) => one.name === name));
    const key = type.properties.find((one) => one.name === discriminator)?.type;
    return key?.kind === 'enum' && valueShownAs(key, value[discriminator]) !== undefined;
  });
}

function bodyOf(type: ValueType, references: ReadonlyMap<string, ValueType>): ValueType | undefined {
  if (type.kind === 'recursive') return bodyOf(type.type, references);
  return type.kind === 'reference' ? references.get(type.name) : type;
}

function isList(type: ValueType | undefined): boolean {
  return type?.kind === 'array' || type?.kind === 'set' || type?.kind === 'tuple';
}

function isRecord(value: JsonValue): value is { readonly [name: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapped(
  value: { readonly [name: string]: JsonValue },
  change: (name: string, held: JsonValue) => readonly [string, JsonValue],
): JsonValue {
  const result: Record<string, JsonValue> = {};
  for (const [name, held] of Object.entries(value)) {
    const [key, changed] = change(name, held);
    Object.defineProperty(result, key, {
      value: changed,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return result;
}
