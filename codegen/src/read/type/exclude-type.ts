import type { ts } from '../ts-morph.js';
import { fits } from './fits/fits.js';
import { partsOf } from './fits/parts-of.js';
import { refuse, written, type TypeContext, type UnionMember } from './type-context.js';
import { combine } from './union-type.js';

/** `Exclude<T, U>` and `Extract<T, U>`. */
export function excludeFrom(
  node: ts.Node,
  type: UnionMember,
  other: UnionMember,
  isExtract: boolean,
  context: TypeContext,
): UnionMember {
  if (type.kind === 'refused') return type;
  if (other.kind === 'refused' && other.reason !== 'any' && other.lone === undefined) return other;
  const kept: UnionMember[] = [];
  for (const part of partsOf(type)) {
    const answer = fits(part, other);
    if (answer === undefined) {
      return refuse(
        node,
        context,
        `'${written(node, context).text}', which cannot be decided here`,
        'write the type out',
      );
    }
    if (answer === isExtract) kept.push(part);
  }
  return combine(kept, written(node, context));
}
