import type { ValueType } from '@sigil/spec';
import { namedVariant } from '../type/named-variant.js';

/** A place inside of a value, in the terms of JSON as people write it: what stands there, and what should. */
export interface WirePlace {
  /** `[2].price`; empty for the field itself. */
  readonly label: string;
  /** The same as keys and indexes. */
  readonly keys: readonly (string | number)[];
  /** True for the key of an entry of a map; the keys lead to its value. */
  readonly isKey?: true;
  readonly found: unknown;
  /** Absent where the type has no such place. */
  readonly type?: ValueType;
}

type References = ReadonlyMap<string, ValueType>;

/**
 * Follows a path into a value, as the issues of a generated schema have it. The path may be that of the wire form: there
 * a map is a list of `key` and `value`, a tuple an object, and properties have their aliases.
 *
 * @param found the value in the form of the path
 * @param keys the path, without the field's name
 * @example
 * ```ts
 * import { wirePlace } from '@sigil/schema';
 *
 * const type = { kind: 'map', form: 'map', key: { kind: 'string' }, value: { kind: 'number' } } as const;
 * wirePlace(type, [{ key: 'a', value: 'x' }], [0, 'value']).label; // -> '.a'
 * ```
 */
export function wirePlace(
  type: ValueType,
  found: unknown,
  keys: readonly PropertyKey[],
  known: References = new Map(),
): WirePlace {
  const [key, ...rest] = keys;
  if (key === undefined) return { label: '', keys: [], found, type };
  const inner = (at: PropertyKey, one: ValueType | undefined, held: unknown, left = rest): WirePlace => {
    const label = labelOf(at);
    const own = typeof at === 'symbol' ? String(at) : at;
    if (one === undefined) return { label, keys: [own], found: held };
    const place = wirePlace(one, held, left, known);
    return { ...place, label: `${label}${place.label}`, keys: [own, ...place.keys] };
  };
  const held: unknown = typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined;
  switch (type.kind) {
    case 'nullable':
      return wirePlace(type.inner, found, keys, known);
    case 'recursive':
      return wirePlace(type.type, found, keys, new Map([...known, [type.name, type.type]]));
    case 'reference': {
      const target = known.get(type.name);
      return target === undefined ? inner(key, undefined, held) : wirePlace(target, found, keys, known);
    }
    case 'array':
    case 'set':
      // Of the variants of a union, a list is not the one with names.
      return inner(key, typeof key === 'number' ? type.items : undefined, held);
    case 'tuple': {
      const at = typeof key === 'number' ? key : type.items.findIndex(({ name }) => name === key);
      return inner(at, type.items[at]?.type ?? type.rest, held);
    }
    case 'map': {
      if (!Array.isArray(found)) return inner(key, type.value, held);
      const name = String(memberOf(held, 'key'));
      const [part, ...left] = rest;
      if (part === 'value') return inner(name, type.value, memberOf(held, 'value'), left);
      return {
        label: ' key',
        keys: [name],
        isKey: true,
        found: part === 'key' ? memberOf(held, 'key') : held,
        type: type.key,
      };
    }
    case 'object': {
      const property = type.properties.find(({ name, alias }) => name === key || alias === key);
      return inner(property?.name ?? key, property?.type, held);
    }
    case 'union': {
      const meant = namedVariant(type, found, known);
      // One after the other: each way into a variant that holds itself doubles the work.
      for (const variant of meant === undefined ? type.variants : [meant]) {
        const place = wirePlace(variant, found, keys, known);
        if (meant !== undefined || place.type !== undefined) return place;
      }
      return inner(key, undefined, held);
    }
    case 'string':
    case 'number':
    case 'boolean':
    case 'bigint':
    case 'date':
    case 'enum':
    case 'template':
    case 'json':
      return inner(key, undefined, held);
  }
}

function labelOf(key: PropertyKey): string {
  return typeof key === 'number' ? `[${key}]` : `.${String(key)}`;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
