import { ts } from '../ts-morph.js';
import { readArrayReference } from './array-type.js';
import { readEnum } from './enum-type.js';
import { readInterface, readMembers } from './object-type.js';
import { standardTypeHint } from './standard-type.js';
import { oneLine, refuse, type TypeContext, type UnionMember } from './type-context.js';

/** A type by its name: an alias, an interface, an enum, or something that is refused. */
export function readTypeReference(node: ts.TypeNode, context: TypeContext): UnionMember | undefined {
  if (!ts.isTypeReferenceNode(node)) return undefined;
  const name = oneLine(node.typeName.getText());
  const declarations = declarationsOf(node.typeName, context.checker);
  if (declarations === undefined) return readUndeclared(node, name, context);

  if (declarations.some((declaration) => context.open.has(declaration))) {
    return refuse(
      node,
      context,
      `'${name}', which holds itself`,
      'end the nesting: write the levels that are needed as types of their own',
      'recursive',
    );
  }
  if (node.typeArguments !== undefined || declarations.some(isGeneric)) {
    return refuse(
      node,
      context,
      `the generic type '${oneLine(node.getText())}'`,
      'write the type out without parameters',
    );
  }
  return readDeclarations(node, name, declarations, context);
}

function readDeclarations(
  node: ts.TypeReferenceNode,
  name: string,
  declarations: readonly ts.Declaration[],
  context: TypeContext,
): UnionMember {
  const alias = declarations.find(ts.isTypeAliasDeclaration);
  if (alias !== undefined) {
    const inside = context.within(alias);
    const type = withoutParentheses(alias.type);
    return ts.isTypeLiteralNode(type)
      ? readMembers(node, [type], inside, alias.name.text)
      : inside.readMember(type);
  }
  const interfaces = declarations.filter(ts.isInterfaceDeclaration);
  if (declarations.some(ts.isClassDeclaration)) {
    return refuse(node, context, `the class '${name}'`, 'write an interface with its data');
  }
  if (interfaces.length > 0) return readInterface(node, interfaces, context);
  const members = declarations.flatMap((declaration) => {
    if (ts.isEnumDeclaration(declaration)) return [...declaration.members];
    return ts.isEnumMember(declaration) ? [declaration] : [];
  });
  if (members.length > 0 || declarations.some(ts.isEnumDeclaration))
    return readEnum(node, name, members, context);
  return refuse(node, context, `'${name}', which is no type that holds data`, 'write the type out');
}

function readUndeclared(node: ts.TypeReferenceNode, name: string, context: TypeContext): UnionMember {
  const array = readArrayReference(node, name, context);
  if (array !== undefined) return array;
  const hint = standardTypeHint(name);
  if (hint !== undefined) return refuse(node, context, `'${oneLine(node.getText())}'`, hint);
  return refuse(
    node,
    context,
    `'${name}', of which no declaration was found`,
    'check the import and its path, or write the type in this project; if it comes from a package, is that installed and built?',
    'unresolved',
  );
}

/** The declarations that a name stands for, or undefined where none can be found. */
function declarationsOf(name: ts.EntityName, checker: ts.TypeChecker): readonly ts.Declaration[] | undefined {
  const symbol = checker.getSymbolAtLocation(name);
  if (symbol === undefined) return undefined;
  const target = (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
  const declarations = target.declarations ?? [];
  return declarations.length === 0 ? undefined : declarations;
}

function isGeneric(declaration: ts.Declaration): boolean {
  return (
    ts.isTypeParameterDeclaration(declaration) ||
    ((ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration)) &&
      declaration.typeParameters !== undefined)
  );
}

function withoutParentheses(node: ts.TypeNode): ts.TypeNode {
  return ts.isParenthesizedTypeNode(node) ? withoutParentheses(node.type) : node;
}
