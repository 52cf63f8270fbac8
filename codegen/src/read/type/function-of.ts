import { ts } from '../ts-morph.js';
import { membersAt } from './member-node.js';
import { declarationsOf } from './declarations-of.js';
import type { TypeContext } from './type-context.js';
import { withoutParentheses } from './without-parentheses.js';

const WRITE_OUT = 'write the type out';

/** A node, and what is known where it stands. */
export interface Found<N extends ts.Node> {
  readonly node: N;
  readonly context: TypeContext;
}

/** The end of a sentence that says why nothing was found. */
export interface NotFound {
  readonly what: string;
  readonly hint: string;
}

/** The node behind promises: of `Promise<Item>` and `Awaited<ReturnType<typeof load>>`, that of `Item`. */
export function awaited(subject: ts.TypeNode, context: TypeContext): Found<ts.TypeNode> {
  const node = withoutParentheses(subject);
  if (!ts.isTypeReferenceNode(node)) return { node, context };
  const declarations = declarationsOf(node.typeName, context.checker);
  const [first] = node.typeArguments ?? [];
  if (declarations === undefined) {
    const name = node.typeName.getText();
    if (/^(?:Promise(?:Like)?|Awaited)$/u.test(name) && first !== undefined) return awaited(first, context);
    if (name !== 'ReturnType' || first === undefined) return { node, context };
    const found = returnedBy(first, context);
    return 'what' in found ? { node, context } : awaited(found.node, found.context);
  }
  const alias = declarations.find(ts.isTypeAliasDeclaration);
  if (alias === undefined || alias.typeParameters !== undefined) return { node, context };
  const found = awaited(alias.type, context.within(alias));
  // The comment of an alias that is no promise counts.
  return found.node === withoutParentheses(alias.type) ? { node, context } : found;
}

/** What a function is said to return. */
export function returnedBy(subject: ts.TypeNode, context: TypeContext): Found<ts.TypeNode> | NotFound {
  const found = functionOf(subject, context);
  if ('what' in found) return found;
  const { type } = found.node;
  if (type !== undefined) return { node: type, context: found.context };
  return {
    what: 'of a function that does not say what it returns',
    hint: `write it behind its parameters: '(): T', or ${WRITE_OUT}`,
  };
}

/** The function that a type leads to: by its name, by `typeof`, as a member of an interface. */
export function functionOf(
  subject: ts.TypeNode,
  context: TypeContext,
): Found<ts.SignatureDeclaration> | NotFound {
  const node = withoutParentheses(subject);
  if (ts.isFunctionTypeNode(node)) return plain([node], context);
  if (ts.isTypeQueryNode(node)) return functionAmong(declarationsIn(lastName(node), context), context);
  if (ts.isTypeReferenceNode(node)) {
    const alias = declarationsOf(node.typeName, context.checker)?.find(ts.isTypeAliasDeclaration);
    if (alias !== undefined && alias.typeParameters === undefined)
      return functionOf(alias.type, context.within(alias));
  }
  if (ts.isIndexedAccessTypeNode(node))
    return functionAmong(
      membersAt(node, context).map(({ member }) => member),
      context,
    );
  return NOT_FOUND;
}

const NOT_FOUND: NotFound = { what: 'which leads to no function of the source', hint: WRITE_OUT };

function declarationsIn(name: ts.Node | undefined, context: TypeContext): readonly ts.Node[] {
  return name === undefined ? [] : (declarationsOf(name, context.checker) ?? []);
}

function functionAmong(
  declarations: readonly ts.Node[],
  context: TypeContext,
): Found<ts.SignatureDeclaration> | NotFound {
  const functions = declarations.filter(isFunction);
  const [first] = declarations;
  if (functions.length > 0) return plain(functions, context);
  if (first === undefined) return NOT_FOUND;
  const inside = context.within(first);
  if (
    !ts.isVariableDeclaration(first) &&
    !ts.isPropertySignature(first) &&
    !ts.isPropertyDeclaration(first) &&
    !ts.isPropertyAssignment(first)
  )
    return NOT_FOUND;
  if (!ts.isPropertyAssignment(first) && first.type !== undefined) return functionOf(first.type, inside);
  const value = ts.isPropertySignature(first) ? undefined : first.initializer;
  return value !== undefined && isFunction(value) ? plain([value], inside) : NOT_FOUND;
}

function isFunction(node: ts.Node): node is ts.SignatureDeclaration {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isMethodSignature(node) ||
    ts.isArrowFunction(node) ||
    ts.isFunctionExpression(node) ||
    ts.isFunctionTypeNode(node)
  );
}

/** Of overloads TypeScript takes the last, which is not the one with the body. */
function plain(
  functions: readonly ts.SignatureDeclaration[],
  context: TypeContext,
): Found<ts.SignatureDeclaration> | NotFound {
  const hasBody = (one: ts.SignatureDeclaration): boolean => 'body' in one && one.body !== undefined;
  const overloads = functions.filter((one) => !hasBody(one));
  const node = (functions.length > 1 ? overloads : functions).at(-1) ?? functions[0];
  if (node === undefined) return NOT_FOUND;
  if (node.typeParameters !== undefined)
    return { what: 'of a function with type parameters', hint: WRITE_OUT };
  return { node, context: context.within(node) };
}

/** The constructor of a class that a type leads to: `typeof Point`. */
export function constructorOf(
  subject: ts.TypeNode,
  context: TypeContext,
): Found<ts.SignatureDeclaration> | NotFound {
  const node = withoutParentheses(subject);
  const name = ts.isTypeQueryNode(node) ? lastName(node) : undefined;
  const declared = declarationsIn(name, context).find(ts.isClassDeclaration);
  const constructors = declared?.members.filter(ts.isConstructorDeclaration) ?? [];
  if (declared === undefined || constructors.length === 0 || declared.typeParameters !== undefined) {
    return { what: 'which leads to no constructor of the source', hint: WRITE_OUT };
  }
  return plain(constructors, context.within(declared));
}

/** The name that `typeof api.load` ends with. */
export function lastName({ exprName }: ts.TypeQueryNode): ts.Identifier {
  return ts.isIdentifier(exprName) ? exprName : exprName.right;
}
