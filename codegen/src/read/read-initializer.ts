import type { JsonValue } from '@sigil/spec';
import { ts } from './ts-morph.js';
import type { Initializer } from '../declaration/class-declaration.js';
import { oneLine } from './type/type-context.js';
import type { PlaceOf } from './place-of.js';

/** What stands after `=`, with its value when it is a literal: also a list, a plain object, a member of an enum. */
export function readInitializer(node: ts.Expression, checker: ts.TypeChecker, placeOf: PlaceOf): Initializer {
  const value = literal(node, checker);
  return {
    place: placeOf(node.getSourceFile(), node.getStart(), node.getEnd()),
    text: oneLine(node.getText()),
    ...(value === undefined ? {} : { value }),
  };
}

function literal(node: ts.Expression, checker: ts.TypeChecker): JsonValue | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (node.kind === ts.SyntaxKind.NullKeyword) return null;
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) {
    return ts.isNumericLiteral(node.operand) ? -Number(node.operand.text) : undefined;
  }
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) {
    return literal(node.expression, checker);
  }
  if (ts.isPropertyAccessExpression(node)) return enumMember(node, checker);
  if (ts.isArrayLiteralExpression(node)) return list(node, checker);
  return ts.isObjectLiteralExpression(node) ? record(node, checker) : undefined;
}

function list(node: ts.ArrayLiteralExpression, checker: ts.TypeChecker): JsonValue | undefined {
  const items = node.elements.map((element) => literal(element, checker));
  return items.some((item) => item === undefined) ? undefined : items.filter((item) => item !== undefined);
}

function record(node: ts.ObjectLiteralExpression, checker: ts.TypeChecker): JsonValue | undefined {
  const members: [string, JsonValue][] = [];
  for (const property of node.properties) {
    if (!ts.isPropertyAssignment(property)) return undefined;
    const { name } = property;
    if (!ts.isIdentifier(name) && !ts.isStringLiteral(name) && !ts.isNumericLiteral(name)) return undefined;
    const value = literal(property.initializer, checker);
    if (value === undefined || name.text === '__proto__') return undefined;
    members.push([name.text, value]);
  }
  return Object.fromEntries(members);
}

function enumMember(node: ts.PropertyAccessExpression, checker: ts.TypeChecker): string | number | undefined {
  const member = checker.getSymbolAtLocation(node.name)?.declarations?.find(ts.isEnumMember);
  return member === undefined ? undefined : checker.getConstantValue(member);
}
