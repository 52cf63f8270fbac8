import type { JsonValue } from '@sigil/spec';
import { ts } from './ts-morph.js';
import type { Initializer } from '../declaration/class-declaration.js';
import type { Place } from '../declaration/place.js';
import { literalValue } from './type/literal-type.js';
import { oneLine } from './type/type-context.js';
import type { PlaceOf } from './place-of.js';

/** What stands after `=`, with its value when it is a literal: also a list, a plain object, a member of an enum. */
export function readInitializer(node: ts.Expression, checker: ts.TypeChecker, placeOf: PlaceOf): Initializer {
  const at = (part: ts.Node): Place => placeOf(part.getSourceFile(), part.getStart(), part.getEnd());
  const unknown: ts.Node[] = [];
  const value = literal(node, { checker, refuse: (part) => void unknown.push(part) });
  const about = { place: at(node), text: oneLine(node.getText()) };
  const [first] = unknown;
  if (first !== undefined) return { ...about, computed: at(first) };
  return { ...about, ...(value === undefined ? { computed: about.place } : { value }) };
}

interface LiteralReader {
  readonly checker: ts.TypeChecker;
  /** Called with what is no literal. */
  refuse(node: ts.Node): void;
}

function literal(node: ts.Expression, reader: LiteralReader): JsonValue | undefined {
  if (node.kind === ts.SyntaxKind.NullKeyword) return null;
  // JSON has the digits of a bigint.
  const known = literalValue(node) ?? bigintDigits(node);
  if (known !== undefined) return known;
  if (isWrapped(node)) return literal(node.expression, reader);
  if (ts.isArrayLiteralExpression(node)) return list(node, reader);
  if (ts.isObjectLiteralExpression(node)) return record(node, reader);
  const member = enumMember(node, reader.checker);
  if (member === undefined) reader.refuse(node);
  return member;
}

/** An expression around another that changes its type only. */
function isWrapped(node: ts.Expression): node is ts.ParenthesizedExpression | ts.AsExpression {
  return (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isTypeAssertionExpression(node) ||
    ts.isNonNullExpression(node)
  );
}

function bigintDigits(node: ts.Expression): string | undefined {
  if (ts.isBigIntLiteral(node)) return BigInt(node.text.slice(0, -1)).toString();
  const isNegative = ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken;
  const digits = isNegative ? bigintDigits(node.operand) : undefined;
  return digits === undefined ? undefined : (-BigInt(digits)).toString();
}

function list(node: ts.ArrayLiteralExpression, reader: LiteralReader): JsonValue | undefined {
  const items = node.elements.map((element) => literal(element, reader));
  return items.some((item) => item === undefined) ? undefined : items.filter((item) => item !== undefined);
}

function record(node: ts.ObjectLiteralExpression, reader: LiteralReader): JsonValue | undefined {
  const members: [string, JsonValue][] = [];
  for (const property of node.properties) {
    const name = ts.isPropertyAssignment(property) ? keyOf(property.name) : undefined;
    if (!ts.isPropertyAssignment(property) || name === undefined || name === '__proto__') {
      reader.refuse(property);
      continue;
    }
    const value = literal(property.initializer, reader);
    if (value !== undefined) members.push([name, value]);
  }
  return Object.fromEntries(members);
}

/** The name before a colon; undefined where it is computed from more than a literal. */
function keyOf(name: ts.PropertyName): string | undefined {
  if (ts.isIdentifier(name)) return name.text;
  const value = literalValue(ts.isComputedPropertyName(name) ? name.expression : name);
  return value === undefined || typeof value === 'boolean' ? undefined : String(value);
}

/** `Level.High`, `Level['High']` */
function enumMember(node: ts.Expression, checker: ts.TypeChecker): string | number | undefined {
  const name = ts.isPropertyAccessExpression(node)
    ? node.name
    : ts.isElementAccessExpression(node)
      ? node.argumentExpression
      : undefined;
  const symbol = name === undefined ? undefined : checker.getSymbolAtLocation(name);
  const member = symbol?.declarations?.find(ts.isEnumMember);
  return member === undefined ? undefined : checker.getConstantValue(member);
}
