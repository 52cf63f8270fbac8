import { ts } from '../ts-morph.js';
import { oneLine, refuse, type TypeContext, type UnionMember } from './type-context.js';

const WRITE_OUT = 'write the type out';
const DATA_ONLY = 'keep data only: text, numbers, booleans, lists and plain objects';

const KINDS: ReadonlyMap<ts.SyntaxKind, readonly [what: string, hint: string]> = new Map([
  [ts.SyntaxKind.FunctionType, ['a function', DATA_ONLY]],
  [ts.SyntaxKind.ConstructorType, ['a constructor', DATA_ONLY]],
  [ts.SyntaxKind.ImportType, ['an import type without a name', 'import the type at the top of the file']],
  [ts.SyntaxKind.InferType, ["'infer' outside of a condition", WRITE_OUT]],
  [ts.SyntaxKind.TypePredicate, ['a type predicate', "write 'boolean'"]],
]);

/** Everything that no other reader knows is refused by its kind. */
export function readOtherType(node: ts.TypeNode, context: TypeContext): UnionMember {
  const [what, hint] = KINDS.get(node.kind) ?? [`the type '${oneLine(node.getText())}'`, WRITE_OUT];
  return refuse(node, context, what, hint);
}
