import { ts } from '../ts-morph.js';
import { refuse, written, type TypeContext, type UnionMember } from './type-context.js';

/** `'a'`, `1`, `-1`, `true`, `null`. */
export function readLiteralType(node: ts.TypeNode, context: TypeContext): UnionMember | undefined {
  if (!ts.isLiteralTypeNode(node)) return undefined;
  const about = written(node, context);
  if (node.literal.kind === ts.SyntaxKind.NullKeyword) return { kind: 'null', ...about };
  const value = literalValue(node.literal);
  if (value !== undefined) return { kind: 'enum', values: [value], ...about };
  return refuse(node, context, 'a bigint literal', "write the values as strings: '1' | '2'");
}

/** The value of a literal, of a type or of an expression. */
export function literalValue(node: ts.Node): string | number | boolean | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (ts.isParenthesizedExpression(node)) return literalValue(node.expression);
  const operand = ts.isPrefixUnaryExpression(node) ? literalValue(node.operand) : undefined;
  if (!ts.isPrefixUnaryExpression(node) || typeof operand !== 'number') return undefined;
  if (node.operator === ts.SyntaxKind.PlusToken) return operand;
  return node.operator === ts.SyntaxKind.MinusToken ? -operand : undefined;
}
