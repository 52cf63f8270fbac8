import { ts } from '../ts-morph.js';
import { nameOf } from './object-type.js';
import { declarationsOf } from './declarations-of.js';
import type { TypeContext } from './type-context.js';
import { withoutParentheses } from './without-parentheses.js';

/** A member as it is declared, and what is known where it stands. */
export interface MemberNode {
  readonly member: ts.TypeElement | ts.ClassElement;
  readonly context: TypeContext;
}

/**
 * The members that `Api['load']` leads to: of an interface, a class or a type literal without type parameters and bases.
 * Nothing else of the type is read. Generated types (`components['schemas']['User']`) lead back into themselves this way,
 * and hold hundreds of others.
 */
export function membersAt(node: ts.IndexedAccessTypeNode, context: TypeContext): readonly MemberNode[] {
  const { literal } = ts.isLiteralTypeNode(node.indexType) ? node.indexType : {};
  const isName = literal !== undefined && (ts.isStringLiteral(literal) || ts.isNumericLiteral(literal));
  if (!isName) return [];
  return bodiesOf(node.objectType, context).flatMap(({ body, context: inside }) =>
    [...body.members].flatMap((member): MemberNode[] =>
      member.name !== undefined && nameOf(member.name) === literal.text ? [{ member, context: inside }] : [],
    ),
  );
}

/** The only property among them that says its type. */
export function propertyAt(
  node: ts.IndexedAccessTypeNode,
  context: TypeContext,
):
  | { readonly property: ts.PropertySignature; readonly type: ts.TypeNode; readonly context: TypeContext }
  | undefined {
  const [found, other] = membersAt(node, context);
  if (found === undefined || other !== undefined || !ts.isPropertySignature(found.member)) return undefined;
  const { type } = found.member;
  return type === undefined ? undefined : { property: found.member, type, context: found.context };
}

type Body = ts.InterfaceDeclaration | ts.ClassDeclaration | ts.TypeLiteralNode;

function bodiesOf(
  subject: ts.TypeNode,
  context: TypeContext,
): readonly { readonly body: Body; readonly context: TypeContext }[] {
  const node = withoutParentheses(subject);
  if (ts.isTypeLiteralNode(node)) return [{ body: node, context }];
  if (ts.isIndexedAccessTypeNode(node)) {
    const found = propertyAt(node, context);
    return found === undefined || found.property.questionToken !== undefined
      ? []
      : bodiesOf(found.type, found.context);
  }
  const name = ts.isTypeReferenceNode(node)
    ? node.typeName
    : ts.isImportTypeNode(node)
      ? node.qualifier
      : undefined;
  const last = name === undefined || ts.isIdentifier(name) ? name : name.right;
  const declarations = last === undefined ? [] : (declarationsOf(last, context.checker) ?? []);
  return declarations.flatMap((declaration) => {
    if ('typeParameters' in declaration && declaration.typeParameters !== undefined) return [];
    const inside = context.within(declaration);
    if (ts.isTypeAliasDeclaration(declaration)) return bodiesOf(declaration.type, inside);
    const isBody = ts.isInterfaceDeclaration(declaration) || ts.isClassDeclaration(declaration);
    return isBody && declaration.heritageClauses === undefined
      ? [{ body: declaration, context: inside }]
      : [];
  });
}
