import { ts } from '../ts-morph.js';
import type { DocComment } from '../../declaration/doc-comment.js';
import { isAboutValues } from '../../declaration/tag-names.js';
import { readClassType } from './class-type.js';
import { readEnum } from './enum-type.js';
import { declarationsOf } from './declarations-of.js';
import { identityOf } from './identity.js';
import { readMembers } from './object-type.js';
import { readOpen } from './read-open.js';
import { isStandardName } from './standard-type.js';
import {
  isLone,
  refuse,
  written,
  type OpenType,
  type TypeContext,
  type UnionMember,
} from './type-context.js';
import { readUndeclared } from './undeclared-type.js';
import { withoutParentheses } from './without-parentheses.js';

/** How many instantiations of generic types may stand in each other. */
const MAX_DEPTH = 32;

/** A type by its name: an alias, an interface, an enum, a class with data, a type of the standard library. */
export function readTypeReference(node: ts.TypeNode, context: TypeContext): UnionMember | undefined {
  if (!ts.isTypeReferenceNode(node)) return undefined;
  const { typeName } = node;
  return readNamed(
    node,
    ts.isIdentifier(typeName) ? typeName : typeName.right,
    node.typeArguments ?? [],
    context,
  );
}

/** `import('./types.js').Item` */
export function readImportType(node: ts.TypeNode, context: TypeContext): UnionMember | undefined {
  if (!ts.isImportTypeNode(node) || node.isTypeOf || node.qualifier === undefined) return undefined;
  const { qualifier } = node;
  return readNamed(
    node,
    ts.isIdentifier(qualifier) ? qualifier : qualifier.right,
    node.typeArguments ?? [],
    context,
  );
}

/** @param node where the type is used */
export function readNamed(
  node: ts.Node,
  name: ts.Identifier | ts.MemberName,
  typeArguments: readonly ts.TypeNode[],
  context: TypeContext,
): UnionMember {
  const declarations = declarationsOf(name, context.checker);
  if (declarations === undefined || (isStandardName(name.text) && declarations.every(addsToGlobal)))
    return readUndeclared(node, name, typeArguments, context);
  const bound = declarations
    .map((declaration) => context.bindings.get(declaration))
    .find((one) => one !== undefined);
  if (bound !== undefined) {
    context.repeat(bound);
    return bound;
  }
  if (declarations.some(ts.isTypeParameterDeclaration)) {
    const hint = 'write the type that is meant: a model must know what to answer';
    return refuse(node, context, `the type parameter '${name.text}'`, hint);
  }
  const enumMembers = declarations.flatMap((declaration) => {
    if (ts.isEnumDeclaration(declaration)) return [...declaration.members];
    return ts.isEnumMember(declaration) ? [declaration] : [];
  });
  if (enumMembers.length > 0 || declarations.some(ts.isEnumDeclaration)) {
    for (const one of declarations) context.within(one);
    const read = readEnum(node, name.text, enumMembers, context);
    return withDoc(read, lastDoc(declarations.filter(ts.isEnumDeclaration), context));
  }
  return instantiate(node, name.text, declarations.filter(isTypeDeclaration), typeArguments, context);
}

type TypeDeclaration = ts.TypeAliasDeclaration | ts.InterfaceDeclaration | ts.ClassDeclaration;

function isTypeDeclaration(node: ts.Declaration): node is TypeDeclaration {
  return ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node);
}

function instantiate(
  node: ts.Node,
  name: string,
  declarations: readonly TypeDeclaration[],
  typeArguments: readonly ts.TypeNode[],
  context: TypeContext,
): UnionMember {
  const [first] = declarations;
  if (first === undefined) {
    return refuse(node, context, `'${name}', which is no type that holds data`, 'write the type out');
  }
  if (context.depth >= MAX_DEPTH) {
    const what = `'${name}', of which more than ${MAX_DEPTH} instantiations stand in each other`;
    return refuse(
      node,
      context,
      what,
      'end the nesting: write the levels that are needed as types of their own',
      'recursive',
    );
  }
  const parameters = first.typeParameters ?? [];
  const bindings = new Map(context.bindings);
  const args: UnionMember[] = [];
  for (const [at, parameter] of parameters.entries()) {
    const given = typeArguments[at];
    const arg =
      given !== undefined
        ? context.readMember(given)
        : parameter.default === undefined
          ? refuse(
              node,
              context,
              `'${name}' without its parameter '${parameter.name.text}'`,
              `write '${name}<...>'`,
            )
          : context.within(first, { bindings }).readMember(parameter.default);
    if (arg.kind === 'refused') return arg;
    args.push(arg);
    for (const declaration of declarations) {
      const own = declaration.typeParameters?.[at];
      if (own !== undefined) bindings.set(own, arg);
    }
  }
  const identity = identityOf(first, context, args);
  const inside = parameters.length === 0 ? {} : { bindings };
  return readOpen(
    node,
    { name: nameWith(name, args), identity },
    context,
    (within, open) => readDeclarations(node, declarations, open, within),
    ({ open }) => context.within(first, { ...(open === undefined ? {} : { open }), ...inside }),
  );
}

function readDeclarations(
  node: ts.Node,
  declarations: readonly TypeDeclaration[],
  { name, identity }: OpenType,
  context: TypeContext,
): UnionMember {
  const alias = declarations.find(ts.isTypeAliasDeclaration);
  if (alias !== undefined) return readAlias(node, alias, name, identity, context);
  const interfaces = declarations.filter(ts.isInterfaceDeclaration);
  const declared = declarations.find(ts.isClassDeclaration);
  if (declared !== undefined) {
    const read = readClassType(node, declared, identity, context);
    const added = interfaces.filter(({ members, heritageClauses }) => members.length > 0 || heritageClauses);
    const whole = added.length === 0 ? read : withMembers(read, readMembers(node, added, context, name));
    return withDoc(whole, context.docOf(declared));
  }
  return withDoc(readMembers(node, interfaces, context, name, identity), lastDoc(interfaces, context));
}

/** A class with what interfaces of its name add to it. */
function withMembers(read: UnionMember, added: UnionMember): UnionMember {
  if (read.kind !== 'object') return read;
  if (added.kind !== 'object') return added;
  const properties = new Map([...read.properties, ...added.properties].map((one) => [one.name, one]));
  return { ...read, properties: [...properties.values()] };
}

function readAlias(
  node: ts.Node,
  alias: ts.TypeAliasDeclaration,
  name: string,
  identity: string,
  context: TypeContext,
): UnionMember {
  const type = withoutParentheses(alias.type);
  if (alias.name.text === 'int' && type.kind === ts.SyntaxKind.NumberKeyword) {
    return withDoc({ kind: 'number', integer: true, ...written(node, context) }, context.docOf(alias));
  }
  const read = ts.isTypeLiteralNode(type)
    ? readMembers(node, [type], context, type.members.length === 0 ? undefined : name, identity)
    : context.readMember(type);
  return withDoc(read, context.docOf(alias));
}

/** Of several declarations of one name, the last comment. */
function lastDoc(declarations: readonly ts.Declaration[], context: TypeContext): DocComment | undefined {
  return declarations.map((one) => context.docOf(one)).findLast((doc) => doc !== undefined);
}

/** A type with the comment of the alias or the interface that declares it. */
function withDoc(type: UnionMember, doc: DocComment | undefined): UnionMember {
  if (doc === undefined || isLone(type)) return type;
  const tags = [...(type.tags ?? []), ...doc.tags.filter(({ name }) => isAboutValues(name))];
  return {
    ...type,
    ...(doc.text === '' ? {} : { description: doc.text }),
    ...(tags.length === 0 ? {} : { tags }),
  };
}

/** `Box_Date` for `Box<Date>`. */
function nameWith(name: string, args: readonly UnionMember[]): string {
  const words = args.map((arg) => arg.text.replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_+|_+$/gu, ''));
  return [name, ...words].join('_').slice(0, 60);
}

/** Whether a declaration adds to an interface of the standard library: in `declare global`, or in a file without exports. */
function addsToGlobal(declaration: ts.Declaration): boolean {
  if (!ts.isInterfaceDeclaration(declaration)) return false;
  const { parent } = declaration;
  if (ts.isSourceFile(parent)) return !ts.isExternalModule(parent);
  return ts.isModuleBlock(parent) && parent.parent.name.getText() === 'global';
}
