import type { ts } from '../ts-morph.js';
import type { Place } from '../../declaration/place.js';
import type { DocComment } from '../../declaration/doc-comment.js';
import type { RefusalReason, RefusedTree, TypeTree } from '../../declaration/type-tree.js';

/** What stands in a union and is no type of a field by itself. */
export type UnionMember = TypeTree | LoneMember;

export interface LoneMember {
  readonly kind: 'null' | 'undefined' | 'true' | 'false';
  readonly place: Place;
  readonly text: string;
}

/** What the reader of one kind of type may ask of the others. */
export interface TypeContext {
  readonly checker: ts.TypeChecker;
  /** Declarations between the field and here: meeting one of them again is recursion. */
  readonly open: ReadonlySet<ts.Node>;
  placeOf(node: ts.Node): Place;
  docOf(node: ts.Node): DocComment | undefined;
  /** Reads a type that stands by itself. */
  read(node: ts.TypeNode): TypeTree;
  /** Reads a type that may be part of a union. */
  readMember(node: ts.TypeNode): UnionMember;
  /** A context for what stands in a declaration, which is noted as visited. */
  within(declaration: ts.Node): TypeContext;
}

/** Refuses a type where it stands. */
export function refuse(
  node: ts.Node,
  context: TypeContext,
  what: string,
  hint: string,
  reason: RefusalReason = 'unsupported',
): RefusedTree {
  return { kind: 'refused', reason, what, hint, place: context.placeOf(node), text: oneLine(node.getText()) };
}

/** The text of a type as one line, for messages. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
