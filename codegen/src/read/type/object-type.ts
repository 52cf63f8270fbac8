import { ts } from '../ts-morph.js';
import type { PropertyTree } from '../../declaration/type-tree.js';
import { oneLine, refuse, type TypeContext, type UnionMember } from './type-context.js';

/** `{ a: string }`, written in place. */
export function readTypeLiteral(node: ts.TypeNode, context: TypeContext): UnionMember | undefined {
  return ts.isTypeLiteralNode(node) ? readMembers(node, [node], context) : undefined;
}

/** An interface, with what it extends and with further declarations of the same name. */
export function readInterface(
  node: ts.Node,
  declarations: readonly ts.InterfaceDeclaration[],
  context: TypeContext,
): UnionMember {
  return readMembers(node, declarations, context, declarations[0]?.name.text);
}

/**
 * @param node where the object type is used, or is written
 * @param name of the interface or of the alias
 */
export function readMembers(
  node: ts.Node,
  declarations: readonly (ts.InterfaceDeclaration | ts.TypeLiteralNode)[],
  context: TypeContext,
  name?: string,
): UnionMember {
  const properties = new Map<string, PropertyTree>();
  for (const declaration of declarations) {
    const inside = context.within(declaration);
    for (const base of ts.isInterfaceDeclaration(declaration) ? bases(declaration) : []) {
      const read = readBase(base, inside);
      if (typeof read === 'string') return refuse(base, context, read, 'write its properties out');
      for (const property of read) properties.set(property.name, property);
    }
    for (const member of declaration.members) {
      const property = readProperty(member, inside);
      properties.set(property.name, property);
    }
  }
  if (properties.size === 0) {
    return refuse(node, context, 'an object without properties', 'write the properties out');
  }
  return {
    kind: 'object',
    ...(name === undefined ? {} : { name }),
    declared: context.placeOf(declarations[0] ?? node),
    properties: [...properties.values()],
    place: context.placeOf(node),
    text: oneLine(node.getText()),
  };
}

function bases(declaration: ts.InterfaceDeclaration): readonly ts.ExpressionWithTypeArguments[] {
  return (declaration.heritageClauses ?? []).flatMap((clause) => [...clause.types]);
}

/** The properties of a base interface, or what stands there instead. */
function readBase(
  base: ts.ExpressionWithTypeArguments,
  context: TypeContext,
): readonly PropertyTree[] | string {
  const { checker } = context;
  const local = checker.getSymbolAtLocation(base.expression);
  const symbol =
    local !== undefined && (local.flags & ts.SymbolFlags.Alias) !== 0
      ? checker.getAliasedSymbol(local)
      : local;
  const declarations = (symbol?.declarations ?? []).filter(ts.isInterfaceDeclaration);
  const plain = declarations.length > 0 && base.typeArguments === undefined;
  if (!plain || declarations.some((declaration) => context.open.has(declaration))) {
    return `the base '${oneLine(base.getText())}', which is no plain interface`;
  }
  const read = readInterface(base, declarations, context);
  return read.kind === 'object' ? read.properties : `the base '${oneLine(base.getText())}'`;
}

function readProperty(member: ts.TypeElement, context: TypeContext): PropertyTree {
  const place = context.placeOf(member.name ?? member);
  const name = member.name === undefined ? oneLine(member.getText()) : nameOf(member.name);
  const doc = context.docOf(member);
  const about = {
    name,
    place,
    optional: member.questionToken !== undefined,
    ...(doc === undefined ? {} : { doc }),
  };
  if (!ts.isPropertySignature(member)) {
    const [what, hint] = ts.isIndexSignatureDeclaration(member)
      ? ['an index signature', "write an array of objects with 'key' and 'value'"]
      : ['a method', 'keep data only'];
    return { ...about, type: refuse(member, context, what, hint) };
  }
  if (ts.isComputedPropertyName(member.name)) {
    return { ...about, type: refuse(member.name, context, 'a computed name', 'write the name out') };
  }
  if (member.type === undefined) {
    return { ...about, type: refuse(member, context, "no type, which means 'any'", 'write a type', 'any') };
  }
  return { ...about, type: context.read(member.type) };
}

function nameOf(name: ts.PropertyName): string {
  if (ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name)) return name.text;
  return oneLine(name.getText());
}
