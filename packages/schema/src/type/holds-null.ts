import type { ValueType } from '@sigil/spec';

/**
 * True where null is a value of the type, and does not only stand for an absent one.
 *
 * @param references the recursive types around
 * @example
 * ```ts
 * import { holdsNull } from '@sigil/schema';
 *
 * holdsNull({ kind: 'nullable', inner: { kind: 'string' } }); // -> true
 * ```
 */
export function holdsNull(type: ValueType, references: ReadonlyMap<string, ValueType> = new Map()): boolean {
  switch (type.kind) {
    case 'nullable':
    case 'json':
      return true;
    case 'recursive':
      return holdsNull(type.type, references);
    case 'union':
      return type.variants.some((variant) => holdsNull(variant, references));
    case 'reference': {
      const target = references.get(type.name);
      // A type that is nothing but itself holds nothing.
      const others = new Map([...references].filter(([name]) => name !== type.name));
      return target !== undefined && holdsNull(target, others);
    }
    case 'string':
    case 'number':
    case 'boolean':
    case 'bigint':
    case 'date':
    case 'enum':
    case 'template':
    case 'array':
    case 'set':
    case 'tuple':
    case 'map':
    case 'object':
      return false;
  }
}
