import type { EnumMember, TemplateHole } from '@sigil/spec';
import type { DocComment, DocTag } from './doc-comment.js';
import type { Place } from './place.js';

/**
 * A type as it is written: what {@link ValueType} holds, and what only the class needs (`readonly`, names of
 * interfaces, places), and what Sigil refuses, where it stands.
 */
export type TypeTree =
  | StringTree
  | NumberTree
  | BooleanTree
  | BigIntTree
  | DateTree
  | EnumTree
  | TemplateTree
  | ArrayTree
  | SetTree
  | TupleTree
  | MapTree
  | ObjectTree
  | UnionTree
  | NullableTree
  | UndefinableTree
  | JsonTree
  | RecursiveTree
  | ReferenceTree
  | RefusedTree;

/** Where a type stands and how its author wrote it. */
export interface Written {
  readonly place: Place;
  readonly text: string;
  /** Of the aliases that lead here: they hold wherever the alias is used. */
  readonly tags?: readonly DocTag[];
  /** The comment of the alias or the interface: it speaks for fields that have none. */
  readonly description?: string;
  readonly remarks?: readonly Remark[];
  /** Of an object or a record with a brand: what stands behind its `&`, as {@link Brand.text}. */
  readonly phantom?: string;
  /**
   * Of `Required<{ a?: T | undefined }>`: this is T, and `T | undefined` for a compiler with exactOptionalPropertyTypes.
   */
  readonly stripped?: true;
  /** Of a type with a brand: what TypeScript tells it by. */
  readonly marks?: Marks;
}

/** The properties that are there for the compiler only; `unclear` where some of them were not understood. */
export type Marks = readonly Mark[] | 'unclear';

/** A property of a brand. */
export interface Mark {
  /** Its name; where it is declared for one that a symbol names. */
  readonly name: string;
  /** Its literal, as JSON; absent for any other type. */
  readonly value?: string;
}

/** What an author should know about a type that is read in another way than it looks. */
export interface Remark {
  readonly kind: 'absorbed' | 'class' | 'ambiguous' | 'numeric';
  readonly place: Place;
  /** A sentence without its full stop. */
  readonly message: string;
  readonly hint?: string;
}

export interface StringTree extends Written {
  readonly kind: 'string';
  /** `'a' | (string & {})`: literals that the type names without closing the set. */
  readonly suggestions?: readonly string[];
  readonly brand?: Brand;
}

export interface NumberTree extends Written {
  readonly kind: 'number';
  /** Set for the type `int`. */
  readonly integer?: true;
  readonly brand?: Brand;
}

/** `string & { __brand: 'Sku' }`. */
export interface Brand {
  readonly name: string;
  /** The object types behind the `&`, as TypeScript; absent where a symbol names one of their properties. */
  readonly text?: string;
}

export interface BooleanTree extends Written {
  readonly kind: 'boolean';
}

export interface BigIntTree extends Written {
  readonly kind: 'bigint';
}

export interface DateTree extends Written {
  readonly kind: 'date';
}

/** Literals and members of enums, in the order of the declaration. */
export interface EnumTree extends Written {
  readonly kind: 'enum';
  readonly values: readonly (string | number | boolean)[];
  /** One for each value, where any has more to say than the value itself. */
  readonly members?: readonly EnumMember[];
  /** All tags in the comments of the members. */
  readonly memberTags?: readonly DocTag[];
  /** What the members of enums and the literals with an alias are called: a reply may name a value so. */
  readonly called?: readonly CalledValue[];
  /** The brands of single values, where only some have one, or others: each that a value comes with. */
  readonly marked?: readonly MarkedValue[];
  /** The values that are members of an enum, which TypeScript keeps apart from literals that look alike. */
  readonly declared?: readonly DeclaredValue[];
}

/** A name that a reply may have for a value, and the alias that a model sees in its place. */
export interface CalledValue {
  readonly value: string | number | boolean;
  /** Of the member of an enum; absent for a literal. */
  readonly name?: string;
  readonly alias?: DocTag;
}

/** A value among literals, and a brand that it may have; no marks where it may stand without. */
export interface MarkedValue {
  readonly value: string | number | boolean;
  readonly marks: Marks;
}

/** A member of an enum. */
export interface DeclaredValue {
  readonly value: string | number | boolean;
  /** The enum: its name and where it is declared; empty for the same literal of no enum, beside the member. */
  readonly in: string;
}

export interface TemplateTree extends Written {
  readonly kind: 'template';
  readonly parts: readonly (string | TemplateHole)[];
}

export interface ArrayTree extends Written {
  readonly kind: 'array';
  readonly readonly: boolean;
  readonly items: TypeTree;
}

export interface SetTree extends Written {
  readonly kind: 'set';
  readonly readonly: boolean;
  readonly items: TypeTree;
}

export interface TupleTree extends Written {
  readonly kind: 'tuple';
  readonly readonly: boolean;
  readonly items: readonly TupleItemTree[];
  /** `...T[]` at the end. */
  readonly rest?: TypeTree;
}

export interface TupleItemTree {
  /** Its label. */
  readonly name?: string;
  readonly optional: boolean;
  readonly type: TypeTree;
}

export interface MapTree extends Written {
  readonly kind: 'map';
  readonly form: 'record' | 'map';
  readonly readonly: boolean;
  readonly key: StringTree | NumberTree | EnumTree | TemplateTree;
  readonly value: TypeTree;
}

export interface ObjectTree extends Written {
  readonly kind: 'object';
  /** Of the interface or the alias; absent for a type literal that is written in place. */
  readonly name?: string;
  /** Two trees with one identity are one type: the declaration, and the types that its parameters stand for. */
  readonly identity: string;
  readonly properties: readonly PropertyTree[];
  /**
   * Whether it fits `Record<string, T>`: a type literal and what is made of it does, an interface does not. Absent where
   * nobody knows.
   */
  readonly open?: boolean;
  /** Names of what is said to be never there (`other?: never`), which TypeScript compares. */
  readonly absent?: readonly string[];
  /** Set where TypeScript compares by more than the properties: a class with private members or accessors. */
  readonly nominal?: true;
}

/** `A | B`, where the parts are no literals of one list. */
export interface UnionTree extends Written {
  readonly kind: 'union';
  /** The property that tells the variants apart; all are objects then. */
  readonly discriminator?: string;
  readonly variants: readonly TypeTree[];
}

/** `T | null`. */
export interface NullableTree extends Written {
  readonly kind: 'nullable';
  readonly inner: TypeTree;
}

/** `T | undefined`: the same as `name?:`. */
export interface UndefinableTree extends Written {
  readonly kind: 'undefinable';
  readonly inner: TypeTree;
  /** Set where nobody wrote it: `Partial` and `[K in keyof T]?:` make items of lists undefined. */
  readonly made?: true;
}

/** `unknown`, `object`, `{}`, and aliases that say the same at length: any JSON. */
export interface JsonTree extends Written {
  readonly kind: 'json';
  readonly form: 'unknown' | 'object' | '{}' | 'alias';
  /** As of an object: of `{ other?: never }`. */
  readonly absent?: readonly string[];
  /** Of an alias for any JSON: the type that stands there in the source, and the recursive type of the alias itself. */
  readonly said?: { readonly type: TypeTree; readonly around: RecursiveTree };
}

/** A type that holds itself. */
export interface RecursiveTree extends Written {
  readonly kind: 'recursive';
  /** Unique in its field. */
  readonly name: string;
  readonly identity: string;
  readonly type: TypeTree;
}

/** Back to the recursive type around it. */
export interface ReferenceTree extends Written {
  readonly kind: 'reference';
  readonly name: string;
  readonly identity: string;
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
  /** Set where the type was refused since it has this one value only, or none (`never`). */
  readonly lone?: 'null' | 'undefined' | 'never';
}

/** One property of an object type. */
export interface PropertyTree {
  readonly name: string;
  /** What a model sees in the place of the name: for `Record<Level, T>`, what it sees of the member. */
  readonly alias?: string;
  readonly place: Place;
  readonly optional: boolean;
  /** The member of an enum that names it, as `keyof` gives it: of `Record<Level, T>`. */
  readonly key?: EnumTree;
  /** Set where its name is written as a number, as `keyof` gives it. */
  readonly numeric?: true;
  readonly type: TypeTree;
  readonly doc?: DocComment;
}
