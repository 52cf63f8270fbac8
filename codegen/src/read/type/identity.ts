import { sha256 } from '@sigil/hash';
import type { ts } from '../ts-morph.js';
import { typeKey } from '../../declaration/type-key.js';
import { isLone, type TypeContext, type UnionMember } from './type-context.js';

/** Tells one type from another: where it is declared, and what its parameters stand for. */
export function identityOf(
  declaration: ts.Node,
  context: TypeContext,
  args: readonly UnionMember[] = [],
): string {
  const { file, line, column } = context.placeOf(declaration);
  const inside = args.map((arg) => (isLone(arg) ? arg.kind : typeKey(arg)));
  // As a hash: the identity of a type holds those of its parameters, which hold those of theirs.
  const hashed = inside.length === 0 ? '' : sha256(inside.join(', '));
  return `${file}:${line}:${column}${hashed === '' ? '' : `<${hashed}>`}`;
}
