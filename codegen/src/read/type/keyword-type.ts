import { ts } from '../ts-morph.js';
import { refuse, written, type TypeContext, type UnionMember } from './type-context.js';

const REFUSED: ReadonlyMap<ts.SyntaxKind, readonly [what: string, hint: string]> = new Map([
  [ts.SyntaxKind.SymbolKeyword, ["'symbol'", "write 'string'"]],
  [ts.SyntaxKind.VoidKeyword, ["'void'", 'write a type that has values']],
  [ts.SyntaxKind.ThisType, ["'this'", 'write an interface with the properties']],
  [ts.SyntaxKind.IntrinsicKeyword, ["'intrinsic'", "write 'string'"]],
]);

/** `string`, `number`, `boolean`, `bigint`, `null`, `undefined`, `unknown`, and the keywords that are refused. */
export function readKeywordType(node: ts.TypeNode, context: TypeContext): UnionMember | undefined {
  switch (node.kind) {
    case ts.SyntaxKind.StringKeyword:
      return { kind: 'string', ...written(node, context) };
    case ts.SyntaxKind.NumberKeyword:
      return { kind: 'number', ...written(node, context) };
    case ts.SyntaxKind.BooleanKeyword:
      return { kind: 'boolean', ...written(node, context) };
    case ts.SyntaxKind.BigIntKeyword:
      return { kind: 'bigint', ...written(node, context) };
    case ts.SyntaxKind.UndefinedKeyword:
      return { kind: 'undefined', ...written(node, context) };
    case ts.SyntaxKind.NeverKeyword:
      return { kind: 'never', ...written(node, context) };
    case ts.SyntaxKind.UnknownKeyword:
      return { kind: 'json', form: 'unknown', ...written(node, context) };
    case ts.SyntaxKind.ObjectKeyword:
      return { kind: 'json', form: 'object', ...written(node, context) };
    case ts.SyntaxKind.AnyKeyword:
      return refuse(
        node,
        context,
        "'any'",
        "write out what the value holds, or 'unknown' (with '@json' where it is an output)",
        'any',
      );
    default: {
      const refused = REFUSED.get(node.kind);
      return refused === undefined ? undefined : refuse(node, context, ...refused);
    }
  }
}
