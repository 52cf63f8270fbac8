import type { TypeTree } from '../../declaration/type-tree.js';

/**
 * Whether every value of a type has to hold another one of the same type: `interface A { next: A }`. No value of it
 * can ever be written to its end.
 */
export function isEndless(type: TypeTree): boolean {
  return type.kind === 'recursive' && !ends(type.type, new Set([type.identity]));
}

/**
 * Whether a type is one of the types that it is a choice of: `type A = A | null`. TypeScript refuses it: there is nothing
 * in it that a value could be of.
 */
export function isCircular(type: TypeTree): boolean {
  return type.kind === 'recursive' && isMember(type.type, type.identity);
}

function isMember(type: TypeTree, identity: string): boolean {
  switch (type.kind) {
    case 'reference':
      return type.identity === identity;
    case 'union':
      return type.variants.some((variant) => isMember(variant, identity));
    case 'nullable':
    case 'undefinable':
      return isMember(type.inner, identity);
    case 'recursive':
      return isMember(type.type, identity);
    default:
      return false;
  }
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
