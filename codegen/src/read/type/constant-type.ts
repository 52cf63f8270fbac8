import { ts } from '../ts-morph.js';
import type { PropertyTree, TupleItemTree, TypeTree } from '../../declaration/type-tree.js';
import { readEnum } from './enum-type.js';
import { identityOf } from './identity.js';
import { literalValue } from './literal-type.js';
import { declarationsOf } from './declarations-of.js';
import { standalone, written, type TypeContext } from './type-context.js';
import { combine } from './union-type.js';

/**
 * The type of a value that is written out; undefined where a part of it is computed.
 *
 * @param isConst whether `as const` stands around
 */
export function constantType(
  node: ts.Expression,
  isConst: boolean,
  context: TypeContext,
): TypeTree | undefined {
  const about = written(node, context);
  if (isAsConst(node)) return constantType(node.expression, true, context);
  if (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) return context.read(node.type);
  const frozen = frozenValue(node);
  if (frozen !== undefined) return constantType(frozen, isConst || isAsConst(frozen), context);
  if (ts.isIdentifier(node)) return sameConstant(node, isConst, context);
  if (ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node)) {
    return constantType(node.expression, isConst, context);
  }
  const value = literalValue(node);
  if (value !== undefined) {
    if (isConst || isConstant(node, typeof value === 'boolean'))
      return { kind: 'enum', values: [value], ...about };
    return typeof value === 'string'
      ? { kind: 'string', ...about }
      : { kind: typeof value === 'number' ? 'number' : 'boolean', ...about };
  }
  if (ts.isPropertyAccessExpression(node)) {
    const member = declarationsOf(node.name, context.checker)?.find(ts.isEnumMember);
    const constant = member === undefined ? undefined : context.checker.getConstantValue(member);
    if (member !== undefined && !isConst && !isConstant(node, true)) {
      const { name, members } = member.parent;
      return standalone(node, readEnum(node, name.text, members, context), context);
    }
    return constant === undefined ? undefined : { kind: 'enum', values: [constant], ...about };
  }
  if (!isConst && ts.isArrayLiteralExpression(node)) return widenedList(node, context);
  if (ts.isArrayLiteralExpression(node)) {
    const items: TupleItemTree[] = [];
    for (const element of node.elements) {
      const isSpread = ts.isSpreadElement(element);
      const type = constantType(isSpread ? element.expression : element, true, context);
      if (type === undefined) return undefined;
      if (!isSpread) items.push({ optional: false, type });
      else if (type.kind === 'tuple' && type.rest === undefined) items.push(...type.items);
      else return undefined;
    }
    return { kind: 'tuple', readonly: true, items, ...about };
  }
  return ts.isObjectLiteralExpression(node) ? constantObject(node, isConst, context) : undefined;
}

/**
 * A `const` of a literal has that one value also without `as const`; a `let` does not. Where it is a boolean or a member of
 * an enum, TypeScript knows which one was assigned.
 */
function isConstant({ parent }: ts.Node, isOneOf: boolean): boolean {
  if (ts.isParenthesizedExpression(parent) || ts.isSatisfiesExpression(parent))
    return isConstant(parent, isOneOf);
  if (!ts.isVariableDeclaration(parent)) return false;
  return isOneOf || (parent.parent.flags & ts.NodeFlags.Const) !== 0;
}

/** `['a', 1]` without `as const`: a list of what its items are. */
function widenedList(node: ts.ArrayLiteralExpression, context: TypeContext): TypeTree | undefined {
  const all = node.elements.map((element) => constantType(element, false, context));
  const types = all.filter((type) => type !== undefined);
  if (types.length === 0 || types.length < all.length) return undefined;
  const about = written(node, context);
  return {
    kind: 'array',
    readonly: false,
    items: standalone(node, combine(types, about), context),
    ...about,
  };
}

function constantObject(
  node: ts.ObjectLiteralExpression,
  isConst: boolean,
  context: TypeContext,
): TypeTree | undefined {
  const properties = new Map<string, PropertyTree>();
  for (const property of node.properties) {
    if (ts.isSpreadAssignment(property)) {
      const spread = constantType(property.expression, isConst, context);
      if (spread?.kind !== 'object') return undefined;
      for (const one of spread.properties) properties.set(one.name, one);
      continue;
    }
    if (!ts.isPropertyAssignment(property) || ts.isComputedPropertyName(property.name)) return undefined;
    const type = constantType(property.initializer, isConst, context);
    if (type === undefined) return undefined;
    const doc = context.docOf(property);
    const name = ts.isPrivateIdentifier(property.name) ? property.name.getText() : property.name.text;
    properties.set(name, {
      name,
      place: context.placeOf(property.name),
      optional: false,
      type,
      ...(doc === undefined ? {} : { doc }),
    });
  }
  return {
    kind: 'object',
    identity: identityOf(node, context),
    properties: [...properties.values()],
    ...written(node, context),
  };
}

function isKnownSpread(node: ts.Node, isConst: boolean, context: TypeContext): boolean {
  if (!ts.isSpreadElement(node) && !ts.isSpreadAssignment(node)) return false;
  return constantType(node.expression, isConst, context) !== undefined;
}

/** What stands in `Object.freeze(..)`. */
function frozenValue(node: ts.Expression): ts.Expression | undefined {
  if (!ts.isCallExpression(node) || node.expression.getText() !== 'Object.freeze') return undefined;
  const [value] = node.arguments;
  return value !== undefined && isAsConst(value) ? value : undefined;
}

/** A constant by its name. A `let` may be another by now. */
function sameConstant(node: ts.Identifier, isConst: boolean, context: TypeContext): TypeTree | undefined {
  const declaration = declarationsOf(node, context.checker)?.find(ts.isVariableDeclaration);
  if (declaration === undefined || (declaration.parent.flags & ts.NodeFlags.Const) === 0) return undefined;
  const identity = identityOf(declaration, context);
  // A constant that stands in its own value.
  if (context.open.some((one) => one.identity === identity)) return undefined;
  const inside = context.within(declaration, { open: { identity, name: identity, isRecursive: false } });
  if (declaration.type !== undefined) return inside.read(declaration.type);
  const value = declaration.initializer;
  if (value === undefined) return undefined;
  const read = constantType(value, false, inside);
  // A constant of a literal is that literal beside `as const`, and widens without.
  const isFresh = read?.kind === 'enum' && !isAsConst(value);
  return isFresh && !isConst ? undefined : read;
}

/** `x as const` and `<const>x` */
export function isAsConst(node: ts.Expression): node is ts.AsExpression | ts.TypeAssertion {
  return (
    (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) && ts.isConstTypeReference(node.type)
  );
}

/** Whether `as const` stands around an expression, within its constant. */
export function isInsideConst({ parent }: ts.Expression): boolean {
  if (ts.isPropertyAssignment(parent)) return isInsideConst(parent.parent);
  return ts.isExpression(parent) && (isAsConst(parent) || isInsideConst(parent));
}

/** The innermost part of a value that is no constant. */
export function computedPart(node: ts.Expression, isConst: boolean, context: TypeContext): ts.Node {
  const isInner = isConst || isAsConst(node);
  if (isAsConst(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node))
    return computedPart(node.expression, isInner, context);
  const inner: readonly ts.Node[] = ts.isArrayLiteralExpression(node)
    ? node.elements
    : ts.isObjectLiteralExpression(node)
      ? node.properties
      : [];
  for (const part of inner) {
    const value = ts.isPropertyAssignment(part) ? part.initializer : part;
    const isPlain = ts.isExpression(value) && !ts.isSpreadElement(value);
    if (!isPlain) {
      if (!isKnownSpread(part, isInner, context)) return part;
    } else if (constantType(value, isInner, context) === undefined)
      return computedPart(value, isInner, context);
  }
  return node;
}
