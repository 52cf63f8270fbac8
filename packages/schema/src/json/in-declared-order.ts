import type { JsonValue, ValueType } from '@sigil/spec';
import { isRecord } from './is-record.js';
import type { References } from './value-problems.js';
import { variantOf } from './variant-of.js';

/**
 * JSON in the form that people write, with the properties of all objects in the order of the declaration. Those that the
 * type does not have come last, and what does not fit stays as it is.
 *
 * @param references the recursive types around
 * @example
 * ```ts
 * import { inDeclaredOrder } from '@sigil/schema';
 *
 * const type = { kind: 'number' } as const;
 * const point = { kind: 'object', properties: [{ name: 'x', type }, { name: 'y', type }] } as const;
 * JSON.stringify(inDeclaredOrder(point, { y: 2, x: 1 })); // -> '{"x":1,"y":2}'
 * ```
 */
export function inDeclaredOrder(
  type: ValueType,
  value: JsonValue,
  references: References = new Map(),
): JsonValue {
  const inner = (one: ValueType | undefined, held: JsonValue): JsonValue =>
    one === undefined ? held : inDeclaredOrder(one, held, references);
  switch (type.kind) {
    case 'array':
    case 'set':
      return isList(value) ? value.map((item) => inner(type.items, item)) : value;
    case 'tuple':
      return isList(value) ? value.map((item, at) => inner(type.items[at]?.type ?? type.rest, item)) : value;
    case 'map':
      return isRecord(value)
        ? changed(value, Object.keys(value), (_, held) => inner(type.value, held))
        : value;
    case 'object': {
      if (!isRecord(value)) return value;
      const types = new Map(type.properties.map((property) => [property.name, property.type]));
      const names = new Set([...types.keys(), ...Object.keys(value)]);
      return changed(value, [...names], (name, held) => inner(types.get(name), held));
    }
    case 'union':
      return inner(variantOf(type, value, references), value);
    case 'nullable':
      return value === null ? null : inner(type.inner, value);
    case 'recursive':
      return inDeclaredOrder(type.type, value, new Map([...references, [type.name, type.type]]));
    case 'reference':
      return inner(references.get(type.name), value);
    case 'string':
    case 'number':
    case 'boolean':
    case 'bigint':
    case 'date':
    case 'enum':
    case 'template':
    case 'json':
      return value;
  }
}

function changed(
  value: { readonly [name: string]: JsonValue },
  names: readonly string[],
  change: (name: string, held: JsonValue) => JsonValue,
): JsonValue {
  return Object.fromEntries(
    names.flatMap((name): [string, JsonValue][] => {
      const held = Object.hasOwn(value, name) ? value[name] : undefined;
      return held === undefined ? [] : [[name, change(name, held)]];
    }),
  );
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
