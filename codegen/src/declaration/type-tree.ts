import type { DocComment } from './doc-comment.js';
import type { Place } from './place.js';

/**
 * A type as it is written: what {@link ValueType} holds, and what only the class needs (`readonly`, names of
 * interfaces, places), and what Sigil refuses, where it stands.
 */
export type TypeTree =
  | StringTree
  | NumberTree
  | BooleanTree
  | EnumTree
  | ArrayTree
  | ObjectTree
  | NullableTree
  | UndefinableTree
  | RefusedTree;

/** Where a type stands and how its author wrote it. */
export interface Written {
  readonly place: Place;
  readonly text: string;
}

export interface StringTree extends Written {
  readonly kind: 'string';
}

export interface NumberTree extends Written {
  readonly kind: 'number';
}

export interface BooleanTree extends Written {
  readonly kind: 'boolean';
}

/** Literals and members of string enums, in the order of the declaration. */
export interface EnumTree extends Written {
  readonly kind: 'enum';
  readonly values: readonly (string | number)[];
}

export interface ArrayTree extends Written {
  readonly kind: 'array';
  readonly readonly: boolean;
  readonly items: TypeTree;
}

export interface ObjectTree extends Written {
  readonly kind: 'object';
  /** Of the interface or the alias; absent for a type literal that is written in place. */
  readonly name?: string;
  /** Where the properties are declared: two trees with one declaration are one type. */
  readonly declared: Place;
  readonly properties: readonly PropertyTree[];
}

/** `T | null`. */
export interface NullableTree extends Written {
  readonly kind: 'nullable';
  readonly inner: TypeTree;
}

/** `T | undefined`: only together with `name?:`. */
export interface UndefinableTree extends Written {
  readonly kind: 'undefinable';
  readonly inner: TypeTree;
}

/** Why a type is refused; each reason is a rule of its own. */
export type RefusalReason = 'unsupported' | 'any' | 'unresolved' | 'recursive';

export interface RefusedTree extends Written {
  readonly kind: 'refused';
  readonly reason: RefusalReason;
  /** What was found, as the object of a sentence: `a function`, `the class 'Money'`. */
  readonly what: string;
  /** What to write in its place. */
  readonly hint: string;
}

/** One property of an object type. */
export interface PropertyTree {
  readonly name: string;
  readonly place: Place;
  readonly optional: boolean;
  readonly type: TypeTree;
  readonly doc?: DocComment;
}
