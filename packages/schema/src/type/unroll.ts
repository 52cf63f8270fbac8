import type { PropertySpec, ValueType } from '@sigil/spec';

/** How often a recursive type is written into itself. */
const LEVELS = 3;

/** The types around, with how often each has been written already. */
type Open = ReadonlyMap<string, { readonly type: ValueType; readonly level: number }>;

/**
 * A type without recursion: recursive types are written into themselves three times, and end there with an empty
 * list, with null, or without the variant that would go on. Undefined for a type that has no end.
 */
export function unroll(type: ValueType, open: Open = new Map()): ValueType | undefined {
  switch (type.kind) {
    case 'recursive':
      return unroll(type.type, new Map([...open, [type.name, { type: type.type, level: 0 }]]));
    case 'reference': {
      const target = open.get(type.name);
      if (target === undefined)
        throw new TypeError(`No recursive type '${type.name}' stands around this reference.`);
      if (target.level >= LEVELS) return undefined;
      return unroll(target.type, new Map([...open, [type.name, { ...target, level: target.level + 1 }]]));
    }
    case 'array':
    case 'set': {
      const items = unroll(type.items, open);
      if (items !== undefined) return { ...type, items };
      if ((type.constraints?.minItems ?? 0) > 0) return undefined;
      return { ...type, items: { kind: 'json' }, constraints: { maxItems: 0 } };
    }
    case 'map': {
      const value = unroll(type.value, open);
      if (value !== undefined) return { ...type, value };
      if ((type.constraints?.minItems ?? 0) > 0) return undefined;
      return { ...type, value: { kind: 'json' }, constraints: { maxItems: 0 } };
    }
    case 'nullable':
      return { kind: 'nullable', inner: unroll(type.inner, open) ?? NOTHING };
    case 'union': {
      const variants = type.variants
        .map((variant) => unroll(variant, open))
        .filter((one) => one !== undefined);
      const [only, second] = variants;
      return second === undefined ? only : { ...type, variants };
    }
    case 'tuple': {
      const items = type.items.flatMap((item) => {
        const inner = unroll(item.type, open);
        return inner === undefined ? [] : [{ ...item, type: inner }];
      });
      return items.length < type.items.length ? undefined : { ...type, items };
    }
    case 'object':
      return unrollObject(type.properties, open, type.name);
    case 'string':
    case 'number':
    case 'boolean':
    case 'bigint':
    case 'date':
    case 'enum':
    case 'template':
    case 'json':
      return type;
  }
}

/** No value at all: only null is left of `NOTHING | null`. */
const NOTHING: ValueType = { kind: 'enum', values: [] };

function unrollObject(properties: readonly PropertySpec[], open: Open, name?: string): ValueType | undefined {
  const kept: PropertySpec[] = [];
  for (const property of properties) {
    const type = unroll(property.type, open);
    if (type !== undefined) kept.push({ ...property, type });
    else if (property.optional === true || property.default !== undefined) {
      kept.push({ ...property, type: { kind: 'nullable', inner: NOTHING } });
    } else return undefined;
  }
  return { kind: 'object', ...(name === undefined ? {} : { name }), properties: kept };
}
