import { ts } from '../ts-morph.js';
import type { PropertyTree, TupleItemTree, TypeTree } from '../../declaration/type-tree.js';
import { readEnum } from './enum-type.js';
import { identityOf } from './identity.js';
import { literalValue } from './literal-type.js';
import { declarationsOf } from './declarations-of.js';
import { oneLine, refuse, standalone, written, type TypeContext, type UnionMember } from './type-context.js';
import { combine } from './union-type.js';

const WRITE_OUT = 'write the type out';

/** `typeof VALUES`, of a constant that is written out with `as const`, or that says its type. */
export function readTypeofType(node: ts.TypeNode, context: TypeContext): UnionMember | undefined {
  if (!ts.isTypeQueryNode(node)) return undefined;
  const members = enumObject(node, context);
  if (members !== undefined) return members;
  const declaration = declarationsOf(rightmost(node.exprName), context.checker)?.find(isConstantOf);
  const what = `'${written(node, context).text}'`;
  if (declaration === undefined) return refuse(node, context, what, WRITE_OUT);
  const inside = context.within(declaration);
  const type = ts.isPropertyAssignment(declaration) ? undefined : declaration.type;
  if (type !== undefined) return inside.readMember(type);
  const value = ts.isPropertySignature(declaration) ? undefined : declaration.initializer;
  const isConst = value !== undefined && isInsideConst(value);
  const read = value && constantType(value, isConst, inside);
  if (read !== undefined) return read;
  const computed = value && computedPart(value, isConst, inside);
  const part =
    computed === undefined || computed === value ? 'the value' : `'${oneLine(computed.getText())}'`;
  const hint =
    isConst || (value !== undefined && isAsConst(value)) ? WRITE_OUT : `add 'as const', or ${WRITE_OUT}`;
  return refuse(node, context, `${what}, of which ${part} is computed`, hint);
}

type Constant = ts.VariableDeclaration | ts.PropertyAssignment | ts.PropertySignature;

function isConstantOf(node: ts.Declaration): node is Constant {
  return ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node) || ts.isPropertySignature(node);
}

/** `x as const` and `<const>x` */
function isAsConst(node: ts.Expression): node is ts.AsExpression | ts.TypeAssertion {
  return (
    (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) && ts.isConstTypeReference(node.type)
  );
}

/** Whether `as const` stands around an expression, within its constant. */
function isInsideConst({ parent }: ts.Expression): boolean {
  if (ts.isPropertyAssignment(parent)) return isInsideConst(parent.parent);
  return ts.isExpression(parent) && (isAsConst(parent) || isInsideConst(parent));
}

/** The innermost part of a value that is no constant. */
function computedPart(node: ts.Expression, isConst: boolean, context: TypeContext): ts.Node {
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

/** `typeof Level`: an object with a property for each member, which `(typeof Level)[keyof typeof Level]` goes into. */
function enumObject(node: ts.TypeQueryNode, context: TypeContext): UnionMember | undefined {
  const declarations = declarationsOf(rightmost(node.exprName), context.checker) ?? [];
  const enums = declarations.filter(ts.isEnumDeclaration);
  const [first] = enums;
  if (first === undefined) return undefined;
  const properties = enums.flatMap((one) =>
    one.members.map((member): PropertyTree => {
      const read = readEnum(node, one.name.text, [member], context);
      const type = standalone(node, read, context);
      return { name: nameOfMember(member), place: context.placeOf(member), optional: false, type };
    }),
  );
  for (const one of enums) context.within(one);
  return { kind: 'object', identity: identityOf(first, context), properties, ...written(node, context) };
}

function nameOfMember({ name }: ts.EnumMember): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : name.getText();
}

/** The names of an object or of an enum behind `typeof`: those of `keyof typeof Level`. */
export function namesOfValue(node: ts.TypeQueryNode, context: TypeContext): readonly string[] | undefined {
  const declarations = declarationsOf(rightmost(node.exprName), context.checker) ?? [];
  const members = declarations.filter(ts.isEnumDeclaration).flatMap((one) => [...one.members]);
  if (members.length === 0) return undefined;
  for (const declaration of declarations) context.within(declaration);
  return members.map(nameOfMember);
}

function rightmost(name: ts.EntityName): ts.Identifier {
  return ts.isIdentifier(name) ? name : name.right;
}

/** @param isConst whether `as const` stands around */
function constantType(node: ts.Expression, isConst: boolean, context: TypeContext): TypeTree | undefined {
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
