import type { ts } from '../ts-morph.js';
import type { Place } from '../../declaration/place.js';
import type { DocComment } from '../../declaration/doc-comment.js';
import type { RefusalReason, RefusedTree, TypeTree } from '../../declaration/type-tree.js';

/** What stands in a union and is no type of a field by itself. */
export type UnionMember = TypeTree | LoneMember;

export interface LoneMember {
  readonly kind: 'null' | 'undefined' | 'never';
  readonly place: Place;
  readonly text: string;
}

/** A type whose inside is being read: meeting it again is recursion. */
export interface OpenType {
  readonly identity: string;
  /** Unique among the open types. */
  readonly name: string;
  /** Set when the inside leads back here. */
  isRecursive: boolean;
}

/** What the reader of one kind of type may ask of the others. */
export interface TypeContext {
  readonly checker: ts.TypeChecker;
  /** Types between the field and here. */
  readonly open: readonly OpenType[];
  /** What the type parameters around stand for, by their declarations. */
  readonly bindings: ReadonlyMap<ts.Declaration, UnionMember>;
  /** How many instantiations of generic types stand around. */
  readonly depth: number;
  placeOf(node: ts.Node): Place;
  docOf(node: ts.Node): DocComment | undefined;
  /** Counts what a type parameter stands for: it was read before, and is written once more. */
  repeat(type: UnionMember): void;
  /** Reads a type that stands by itself. */
  read(node: ts.TypeNode): TypeTree;
  /** Reads a type that may be part of a union. */
  readMember(node: ts.TypeNode): UnionMember;
  /** Reads what a name stands for, with the types that stand between `<` and `>` after it. */
  readNamed(
    node: ts.Node,
    name: ts.Identifier | ts.MemberName,
    typeArguments: readonly ts.TypeNode[],
  ): UnionMember;
  /** A context for what stands in a declaration, which is noted as visited. */
  within(declaration: ts.Node, inside?: Inside): TypeContext;
}

/** What changes on the way into a declaration. */
export interface Inside {
  readonly open?: OpenType;
  readonly bindings?: ReadonlyMap<ts.Declaration, UnionMember>;
}

/** Refuses a type where it stands. */
export function refuse(
  node: ts.Node,
  context: TypeContext,
  what: string,
  hint: string,
  reason: RefusalReason = 'unsupported',
): RefusedTree {
  return { kind: 'refused', reason, what, hint, ...written(node, context) };
}

/** Where to remark on a declaration: at its name, and for one in a package where it is used. */
export function remarkPlace(name: ts.Node, use: ts.Node, context: TypeContext): Place {
  const isForeign = name.getSourceFile().fileName.includes('/node_modules/');
  return context.placeOf(isForeign ? use : name);
}

/** Place and text of a type. */
export function written(node: ts.Node, context: TypeContext): { place: Place; text: string } {
  return { place: context.placeOf(node), text: oneLine(node.getText()) };
}

export function isLone(member: UnionMember): member is LoneMember {
  return member.kind === 'null' || member.kind === 'undefined' || member.kind === 'never';
}

/** True for a member without properties of its own: a text, a number and their like. */
export function isPrimitive({ kind }: UnionMember): boolean {
  return PRIMITIVES.has(kind);
}

const PRIMITIVES: ReadonlySet<UnionMember['kind']> = new Set([
  'string',
  'number',
  'boolean',
  'bigint',
  'enum',
  'template',
]);

/** A member of a union as a type that stands by itself: null, undefined and never are none. */
export function standalone(node: ts.Node, member: UnionMember, context: TypeContext): TypeTree {
  if (!isLone(member)) return member;
  const refused = refuse(node, context, `'${member.kind}' alone`, 'write a type that has values');
  return { ...refused, lone: member.kind };
}

/** What is left of the type of an optional property where its `?` is taken away. */
export function stripped(type: TypeTree): TypeTree {
  return type.kind === 'undefinable' ? { ...type.inner, stripped: true } : type;
}

/** What was refused for standing alone, where it goes on into a union or a condition. */
export function aloneOr(type: TypeTree): UnionMember {
  if (type.kind !== 'refused' || type.lone === undefined) return type;
  return { kind: type.lone, place: type.place, text: type.text };
}

/** The text of a type as one line, for messages. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
