import { ts } from '../ts-morph.js';
import { refuse, type TypeContext, type UnionMember } from './type-context.js';

const REFUSED: ReadonlyMap<ts.SyntaxKind, readonly [what: string, hint: string]> = new Map([
  [ts.SyntaxKind.UnknownKeyword, ["'unknown'", 'write out what the value holds']],
  [ts.SyntaxKind.ObjectKeyword, ["'object'", 'write an interface with the properties']],
  [
    ts.SyntaxKind.BigIntKeyword,
    ["'bigint'", "write 'number' with @asType integer, or 'string' for more digits"],
  ],
  [ts.SyntaxKind.SymbolKeyword, ["'symbol'", "write 'string'"]],
  [ts.SyntaxKind.NeverKeyword, ["'never'", 'write a type that has values']],
  [ts.SyntaxKind.VoidKeyword, ["'void'", 'write a type that has values']],
  [ts.SyntaxKind.ThisType, ["'this'", 'write an interface with the properties']],
]);

/** `string`, `number`, `boolean`, `null`, `undefined`, and the keywords that are refused. */
export function readKeywordType(node: ts.TypeNode, context: TypeContext): UnionMember | undefined {
  const written = { place: context.placeOf(node), text: node.getText() };
  switch (node.kind) {
    case ts.SyntaxKind.StringKeyword:
      return { kind: 'string', ...written };
    case ts.SyntaxKind.NumberKeyword:
      return { kind: 'number', ...written };
    case ts.SyntaxKind.BooleanKeyword:
      return { kind: 'boolean', ...written };
    case ts.SyntaxKind.UndefinedKeyword:
      return { kind: 'undefined', ...written };
    case ts.SyntaxKind.AnyKeyword:
      return refuse(node, context, "'any'", 'write out what the value holds', 'any');
    default: {
      const refused = REFUSED.get(node.kind);
      return refused === undefined ? undefined : refuse(node, context, ...refused);
    }
  }
}
