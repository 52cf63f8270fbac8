import { ts } from '../ts-morph.js';
import { refuse, type TypeContext, type UnionMember } from './type-context.js';

/** `'a'`, `1`, `-1`, `true`, `null`. */
export function readLiteralType(node: ts.TypeNode, context: TypeContext): UnionMember | undefined {
  if (!ts.isLiteralTypeNode(node)) return undefined;
  const written = { place: context.placeOf(node), text: node.getText() };
  const { literal } = node;
  if (ts.isStringLiteral(literal) || ts.isNoSubstitutionTemplateLiteral(literal)) {
    return { kind: 'enum', values: [literal.text], ...written };
  }
  const number = numberOf(literal);
  if (number !== undefined) return { kind: 'enum', values: [number], ...written };
  if (literal.kind === ts.SyntaxKind.NullKeyword) return { kind: 'null', ...written };
  if (literal.kind === ts.SyntaxKind.TrueKeyword) return { kind: 'true', ...written };
  if (literal.kind === ts.SyntaxKind.FalseKeyword) return { kind: 'false', ...written };
  return refuse(node, context, 'a bigint literal', "write the values as strings: '1' | '2'");
}

function numberOf(node: ts.Node): number | undefined {
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isPrefixUnaryExpression(node) && ts.isNumericLiteral(node.operand)) {
    return node.operator === ts.SyntaxKind.MinusToken ? -Number(node.operand.text) : undefined;
  }
  return undefined;
}
