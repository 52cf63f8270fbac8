import { ts } from '../ts-morph.js';
import type { ArrayTree } from '../../declaration/type-tree.js';
import { oneLine, refuse, type TypeContext, type UnionMember } from './type-context.js';

/** `T[]` and `readonly T[]`; tuples are refused. */
export function readArrayType(node: ts.TypeNode, context: TypeContext): UnionMember | undefined {
  if (ts.isArrayTypeNode(node)) return arrayOf(node, node.elementType, false, context);
  if (ts.isTupleTypeNode(node)) {
    return refuse(node, context, 'a tuple', 'write an interface with a name for each element');
  }
  if (!ts.isTypeOperatorNode(node)) return undefined;
  if (node.operator === ts.SyntaxKind.ReadonlyKeyword && ts.isArrayTypeNode(node.type)) {
    return arrayOf(node, node.type.elementType, true, context);
  }
  if (node.operator === ts.SyntaxKind.ReadonlyKeyword) return context.readMember(node.type);
  return refuse(node, context, `the type operator in '${oneLine(node.getText())}'`, 'write the type out');
}

/** `Array<T>` and `ReadonlyArray<T>` of the standard library. */
export function readArrayReference(
  node: ts.TypeReferenceNode,
  name: string,
  context: TypeContext,
): ArrayTree | undefined {
  const [items, ...more] = node.typeArguments ?? [];
  if (items === undefined || more.length > 0) return undefined;
  if (name === 'Array') return arrayOf(node, items, false, context);
  return name === 'ReadonlyArray' ? arrayOf(node, items, true, context) : undefined;
}

function arrayOf(node: ts.Node, items: ts.TypeNode, readonly: boolean, context: TypeContext): ArrayTree {
  return {
    kind: 'array',
    readonly,
    items: context.read(items),
    place: context.placeOf(node),
    text: oneLine(node.getText()),
  };
}
