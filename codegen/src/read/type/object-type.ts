import { ts } from '../ts-morph.js';
import type { PropertyTree, TypeTree } from '../../declaration/type-tree.js';
import { unfold } from '../../declaration/inner-types.js';
import { readName } from './map-type.js';
import { identityOf } from './identity.js';
import { isLone, oneLine, refuse, written, type TypeContext, type UnionMember } from './type-context.js';

/** `{ a: string }`, written in place. */
export function readTypeLiteral(node: ts.TypeNode, context: TypeContext): UnionMember | undefined {
  return ts.isTypeLiteralNode(node) ? readMembers(node, [node], context) : undefined;
}

/**
 * @param node where the object type is used, or is written
 * @param declarations an interface with all its declarations, or a type literal
 * @param name of the interface or of the alias
 */
export function readMembers(
  node: ts.Node,
  declarations: readonly (ts.InterfaceDeclaration | ts.TypeLiteralNode)[],
  context: TypeContext,
  name?: string,
  identity?: string,
): UnionMember {
  const properties = new Map<string, PropertyTree>();
  const signatures: ts.IndexSignatureDeclaration[] = [];
  const absent: string[] = [];
  const list = listBase(declarations);
  if (list !== undefined && ts.isIdentifier(list.expression)) {
    return context.within(list.parent).readNamed(list, list.expression, list.typeArguments ?? []);
  }
  for (const declaration of declarations) {
    const inside = context.within(declaration);
    for (const base of ts.isInterfaceDeclaration(declaration) ? bases(declaration) : []) {
      const read = readBase(base, inside);
      if (typeof read === 'string') return refuse(base, context, read, 'write its properties out');
      for (const property of read) properties.set(property.name, property);
    }
    for (const member of declaration.members) {
      if (ts.isIndexSignatureDeclaration(member)) {
        signatures.push(member);
        continue;
      }
      if (isNeverThere(member)) absent.push(nameOf(member.name));
      if (ts.isSetAccessor(member) || isNeverThere(member)) continue;
      const property = readProperty(member, inside);
      properties.set(property.name, property);
    }
  }
  const [signature] = signatures;
  if (signature !== undefined) {
    if (properties.size > 0 || signatures.length > 1) {
      const what = 'an index signature beside other members';
      return refuse(
        signature,
        context,
        what,
        "put the open part into a property of its own: 'more: Record<string, T>'",
      );
    }
    return readIndexSignature(node, signature, context);
  }
  const about = { ...written(node, context), ...(absent.length === 0 ? {} : { absent }) };
  if (properties.size === 0) {
    return name === undefined
      ? { kind: 'json', form: '{}', ...about }
      : refuse(node, context, 'an object without properties', 'write the properties out');
  }
  return {
    kind: 'object',
    ...(name === undefined ? {} : { name }),
    identity: identity ?? identityOf(declarations[0] ?? node, context),
    properties: [...properties.values()],
    open: declarations.every(ts.isTypeLiteralNode),
    ...about,
  };
}

/** `{ [key: string]: T }` */
function readIndexSignature(
  node: ts.Node,
  signature: ts.IndexSignatureDeclaration,
  context: TypeContext,
): UnionMember {
  const type = signature.parameters[0]?.type;
  const key = type === undefined ? undefined : readName(type, context);
  if (key === undefined || key.kind === 'refused') {
    return key ?? refuse(signature, context, 'an index signature without a type', "write '[key: string]: T'");
  }
  const readonly = signature.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword) === true;
  return {
    kind: 'map',
    form: 'record',
    readonly,
    key,
    value: context.read(signature.type),
    ...written(node, context),
  };
}

/** `interface Names extends Array<string> {}` */
function listBase(
  declarations: readonly (ts.InterfaceDeclaration | ts.TypeLiteralNode)[],
): ts.ExpressionWithTypeArguments | undefined {
  const [declaration, second] = declarations;
  if (declaration === undefined || second !== undefined || !ts.isInterfaceDeclaration(declaration))
    return undefined;
  const [base, other] = bases(declaration);
  if (base === undefined || other !== undefined || declaration.members.length > 0) return undefined;
  return /^(?:Readonly)?Array$/u.test(base.expression.getText()) ? base : undefined;
}

function bases(declaration: ts.InterfaceDeclaration): readonly ts.ExpressionWithTypeArguments[] {
  return (declaration.heritageClauses ?? []).flatMap((clause) => [...clause.types]);
}

/** The properties of a base, or the words for what stands there instead. */
export function readBase(
  base: ts.ExpressionWithTypeArguments,
  context: TypeContext,
): readonly PropertyTree[] | string {
  const text = oneLine(base.getText());
  const { expression } = base;
  if (!ts.isIdentifier(expression) && !ts.isPropertyAccessExpression(expression)) {
    return `the base '${text}', which is computed`;
  }
  const name = ts.isIdentifier(expression) ? expression : expression.name;
  const read = context.readNamed(base, name, base.typeArguments ?? []);
  const type: TypeTree | undefined = isLone(read) ? undefined : unfold(read);
  if (type?.kind === 'object') return type.properties;
  return `the base '${text}', which is ${type?.kind === 'refused' ? type.what : 'no object'}`;
}

/** A property that may be absent, and of which no value is there. */
export function isAlwaysAbsent({ optional, type }: PropertyTree): boolean {
  return optional && type.kind === 'refused' && (type.lone === 'never' || type.lone === 'undefined');
}

/** `other?: never`: what keeps the properties of one variant out of another. */
function isNeverThere(member: ts.TypeElement): member is ts.PropertySignature {
  if (!ts.isPropertySignature(member) || member.questionToken === undefined) return false;
  const kind = member.type?.kind;
  return kind === ts.SyntaxKind.NeverKeyword || kind === ts.SyntaxKind.UndefinedKeyword;
}

function readProperty(member: ts.TypeElement, context: TypeContext): PropertyTree {
  const place = context.placeOf(member.name ?? member);
  const name = member.name === undefined ? oneLine(member.getText()) : nameOf(member.name);
  const doc = context.docOf(member);
  const about = {
    name,
    place,
    optional: member.questionToken !== undefined,
    ...(member.name !== undefined && ts.isNumericLiteral(member.name) ? { numeric: true as const } : {}),
    ...(doc === undefined ? {} : { doc }),
  };
  if (!ts.isPropertySignature(member) && !ts.isGetAccessor(member)) {
    return {
      ...about,
      type: refuse(
        member,
        context,
        member.name === undefined ? 'a call signature' : 'a method',
        'keep data only',
      ),
    };
  }
  if (ts.isComputedPropertyName(member.name) && !ts.isStringLiteral(member.name.expression)) {
    return { ...about, type: refuse(member.name, context, 'a computed name', 'write the name out') };
  }
  if (member.type === undefined) {
    return { ...about, type: refuse(member, context, "no type, which means 'any'", 'write a type', 'any') };
  }
  return { ...about, type: context.read(member.type) };
}

export function nameOf(name: ts.PropertyName): string {
  if (ts.isComputedPropertyName(name) && ts.isStringLiteral(name.expression)) return name.expression.text;
  if (ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name)) return name.text;
  return oneLine(name.getText());
}
