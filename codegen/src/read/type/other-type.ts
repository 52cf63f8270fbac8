import { ts } from '../ts-morph.js';
import { oneLine, refuse, type TypeContext, type UnionMember } from './type-context.js';

const WRITE_OUT = 'write the type out';
const WRITE_VALUES = "write the values out: 'a' | 'b'";

const KINDS: ReadonlyMap<ts.SyntaxKind, readonly [what: string, hint: string]> = new Map([
  [
    ts.SyntaxKind.FunctionType,
    ['a function', 'keep data only: text, numbers, booleans, lists and plain objects'],
  ],
  [
    ts.SyntaxKind.ConstructorType,
    ['a constructor', 'keep data only: text, numbers, booleans, lists and plain objects'],
  ],
  [ts.SyntaxKind.IntersectionType, ['an intersection', 'write one interface with all properties']],
  [ts.SyntaxKind.TemplateLiteralType, ['a template literal type', "write 'string' with @pattern"]],
  [ts.SyntaxKind.MappedType, ['a mapped type', 'write an interface with the properties']],
  [ts.SyntaxKind.ConditionalType, ['a conditional type', WRITE_OUT]],
  [ts.SyntaxKind.IndexedAccessType, ['an indexed access type', WRITE_VALUES]],
  [ts.SyntaxKind.TypeQuery, ["a 'typeof' type", WRITE_OUT]],
  [ts.SyntaxKind.ImportType, ['an import type', 'import the type at the top of the file']],
]);

/** Everything that no other reader knows is refused by its kind. */
export function readOtherType(node: ts.TypeNode, context: TypeContext): UnionMember {
  const [what, hint] = KINDS.get(node.kind) ?? [`the type '${oneLine(node.getText())}'`, WRITE_OUT];
  return refuse(node, context, what, hint);
}
