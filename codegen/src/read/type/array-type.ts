import { ts } from '../ts-morph.js';
import type { ArrayTree } from '../../declaration/type-tree.js';
import { written, type TypeContext, type UnionMember } from './type-context.js';

/** `T[]`, and `readonly` in front of a list or a tuple. */
export function readArrayType(node: ts.TypeNode, context: TypeContext): UnionMember | undefined {
  if (ts.isArrayTypeNode(node)) return arrayOf(node, node.elementType, false, context);
  if (!ts.isTypeOperatorNode(node) || node.operator !== ts.SyntaxKind.ReadonlyKeyword) return undefined;
  const read = context.readMember(node.type);
  return read.kind === 'array' || read.kind === 'tuple'
    ? { ...read, readonly: true, ...written(node, context) }
    : read;
}

export function arrayOf(
  node: ts.Node,
  items: ts.TypeNode,
  readonly: boolean,
  context: TypeContext,
): ArrayTree {
  return { kind: 'array', readonly, items: context.read(items), ...written(node, context) };
}
