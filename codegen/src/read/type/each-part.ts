import type { Written } from '../../declaration/type-tree.js';
import { unfold } from '../../declaration/inner-types.js';
import { isLone, isPrimitive, type UnionMember } from './type-context.js';
import { combine } from './union-type.js';

/**
 * What TypeScript makes of a union with `Partial` and with `{ [K in keyof T]: .. }`: it goes through the parts one by
 * one, and leaves those alone that have no properties of their own.
 *
 * @param change what becomes of an object, a list, a tuple or a map
 */
export function eachPart(
  type: UnionMember,
  about: Pick<Written, 'place' | 'text'>,
  change: (part: UnionMember) => UnionMember,
): UnionMember {
  const { place, text } = type;
  switch (type.kind) {
    case 'union':
      return combine(
        type.variants.map((variant) => eachPart(variant, about, change)),
        about,
      );
    case 'nullable':
      return combine([eachPart(type.inner, about, change), { kind: 'null', place, text }], about);
    case 'undefinable':
      return combine([eachPart(type.inner, about, change), { kind: 'undefined', place, text }], about);
    case 'recursive':
      return eachPart(unfold(type), about, change);
    default:
      return isLone(type) || isPrimitive(type) || type.kind === 'refused' ? type : change(type);
  }
}
