import type { TypeTree } from '../../declaration/type-tree.js';

/**
 * Whether every value of a type has to hold another one of the same type: `interface A { next: A }`. No value of it
 * can ever be written to its end.
 */
export function isEndless(type: TypeTree): boolean {
  return type.kind === 'recursive' && !ends(type.type, new Set([type.identity]));
}

/** Whether there is a value of a type that holds none of the types around it. */
function ends(type: TypeTree, around: ReadonlySet<string>): boolean {
  switch (type.kind) {
    case 'reference':
      return !around.has(type.identity);
    case 'object':
      return type.properties.every((property) => property.optional || ends(property.type, around));
    case 'tuple':
      return type.items.every((item) => item.optional || ends(item.type, around));
    case 'union':
      return type.variants.some((variant) => ends(variant, around));
    case 'recursive':
      return ends(type.type, around);
    // A list or a map may be empty, and the others may be null or absent.
    default:
      return true;
  }
}
