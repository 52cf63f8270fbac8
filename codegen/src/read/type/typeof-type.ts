import { ts } from '../ts-morph.js';
import type { PropertyTree, TupleItemTree, TypeTree } from '../../declaration/type-tree.js';
import { readEnum } from './enum-type.js';
import { identityOf } from './identity.js';
import { literalValue } from './literal-type.js';
import { declarationsOf } from './reference-type.js';
import { refuse, standalone, written, type TypeContext, type UnionMember } from './type-context.js';
import { combine } from './union-type.js';

const WRITE_OUT = 'write the type out';

/** `typeof VALUES`, of a constant that is written out with `as const`, or that says its type. */
export function readTypeofType(node: ts.TypeNode, context: TypeContext): UnionMember | undefined {
  if (!ts.isTypeQueryNode(node)) return undefined;
  const members = enumObject(node, context);
  if (members !== undefined) return members;
  const declaration = variableOf(node, context);
  const what = `'${written(node, context).text}'`;
  if (declaration === undefined) return refuse(node, context, what, WRITE_OUT);
  const inside = context.within(declaration);
  if (declaration.type !== undefined) return inside.readMember(declaration.type);
  const read = declaration.initializer && constantType(declaration.initializer, false, inside);
  return (
    read ??
    refuse(node, context, `${what}, of which the value is computed`, `add 'as const', or ${WRITE_OUT}`)
  );
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

function variableOf(node: ts.TypeQueryNode, context: TypeContext): ts.VariableDeclaration | undefined {
  return declarationsOf(rightmost(node.exprName), context.checker)?.find(ts.isVariableDeclaration);
}

function rightmost(name: ts.EntityName): ts.Identifier {
  return ts.isIdentifier(name) ? name : name.right;
}

/** @param isConst whether `as const` stands around */
function constantType(node: ts.Expression, isConst: boolean, context: TypeContext): TypeTree | undefined {
  const about = written(node, context);
  if (ts.isAsExpression(node) && ts.isConstTypeReference(node.type)) {
    return constantType(node.expression, true, context);
  }
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
      const type = constantType(element, true, context);
      if (type === undefined) return undefined;
      items.push({ optional: false, type });
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
  const properties: PropertyTree[] = [];
  for (const property of node.properties) {
    if (!ts.isPropertyAssignment(property) || ts.isComputedPropertyName(property.name)) return undefined;
    const type = constantType(property.initializer, isConst, context);
    if (type === undefined) return undefined;
    const doc = context.docOf(property);
    const name = ts.isPrivateIdentifier(property.name) ? property.name.getText() : property.name.text;
    properties.push({
      name,
      place: context.placeOf(property.name),
      optional: false,
      type,
      ...(doc === undefined ? {} : { doc }),
    });
  }
  return { kind: 'object', identity: identityOf(node, context), properties, ...written(node, context) };
}
