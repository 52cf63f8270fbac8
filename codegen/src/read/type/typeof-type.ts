import { ts } from '../ts-morph.js';
import type { PropertyTree } from '../../declaration/type-tree.js';
import { computedPart, constantType, isAsConst, isInsideConst } from './constant-type.js';
import { readEnum } from './enum-type.js';
import { identityOf } from './identity.js';
import { declarationsOf } from './declarations-of.js';
import { oneLine, refuse, standalone, written, type TypeContext, type UnionMember } from './type-context.js';

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
