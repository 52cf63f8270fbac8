import type { Constraints } from './constraints.js';
import type { JsonValue } from './json.js';

/**
 * What a field can hold, as read from the TypeScript declaration: a closed union, told apart by `kind`.
 *
 * @example
 * ```ts
 * import type { ValueType } from '@sigil/spec';
 *
 * // 'billing' | 'technical' | null
 * const type: ValueType = { kind: 'nullable', inner: { kind: 'enum', values: ['billing', 'technical'] } };
 * ```
 */
export type ValueType =
  | StringType
  | NumberType
  | BooleanType
  | BigIntType
  | DateType
  | EnumType
  | TemplateType
  | ArrayType
  | SetType
  | TupleType
  | MapType
  | ObjectType
  | UnionType
  | NullableType
  | JsonType
  | RecursiveType
  | ReferenceType;

/** Any text, unless constraints say more. */
export interface StringType {
  readonly kind: 'string';
  readonly constraints?: Constraints;
  /** Values that the type names without closing the set: `'a' | (string & {})`. */
  readonly suggestions?: readonly string[];
  /** Name of the brand: `string & { __brand: 'Sku' }`. Only the compiler of the user's code sees it. */
  readonly brand?: string;
}

/** Any finite number, unless constraints say more. */
export interface NumberType {
  readonly kind: 'number';
  /** Set where only whole numbers are meant: `@asType integer`, `@multipleOf 1`, the type `int`. */
  readonly integer?: true;
  readonly constraints?: Constraints;
  /** As in {@link StringType}. */
  readonly brand?: string;
}

/** True or false. */
export interface BooleanType {
  readonly kind: 'boolean';
}

/** Digits as text for the model, a `bigint` in the program. */
export interface BigIntType {
  readonly kind: 'bigint';
}

/** ISO 8601 text for the model, a `Date` in the program. */
export interface DateType {
  readonly kind: 'date';
  /** `day` for `@format date`: no time of day. */
  readonly precision: 'time' | 'day';
}

/** A literal union or an enum. The values are those of the program, in the order of the declaration. */
export interface EnumType {
  readonly kind: 'enum';
  readonly values: readonly (string | number | boolean)[];
  /** One for each value, in the same order, where there is more to say than the value itself. */
  readonly members?: readonly EnumMember[];
}

/** What a model sees of one value of an {@link EnumType}. */
export interface EnumMember {
  /** Text that stands for the value in prompts and replies; the value itself when absent. */
  readonly shown?: string;
  /** Further texts that a reply may have in its place: the member's declared name. */
  readonly accepted?: readonly string[];
  readonly description?: string;
}

/** A template literal type: `` `id-${number}` ``. Fixed text and the types of what stands between. */
export interface TemplateType {
  readonly kind: 'template';
  readonly parts: readonly (string | TemplateHole)[];
}

/** What a template literal type can have in `${}`. */
export type TemplateHole =
  | { readonly kind: 'string' | 'number' | 'bigint' }
  | { readonly kind: 'choice'; readonly values: readonly string[] };

/** A list, of any length unless constraints say more. */
export interface ArrayType {
  readonly kind: 'array';
  readonly items: ValueType;
  readonly constraints?: Constraints;
}

/** A list without repetition for the model, a `Set` in the program. */
export interface SetType {
  readonly kind: 'set';
  readonly items: ValueType;
  readonly constraints?: Constraints;
}

/** `[A, B]`: a fixed number of values, each with a type of its own. */
export interface TupleType {
  readonly kind: 'tuple';
  readonly items: readonly TupleItem[];
  /** `...T[]` at the end; inputs only. */
  readonly rest?: ValueType;
}

/** One place of a {@link TupleType}. */
export interface TupleItem {
  /** Its label, or `item1`, `item2`. */
  readonly name: string;
  readonly type: ValueType;
  /** `[A, B?]`; inputs only. */
  readonly optional?: true;
}

/** Keys of one type to values of one type. */
export interface MapType {
  readonly kind: 'map';
  /** What the program holds: a plain object, or a `Map`. */
  readonly form: 'record' | 'map';
  readonly key: StringType | NumberType | EnumType | TemplateType;
  readonly value: ValueType;
  readonly constraints?: Constraints;
}

/** An interface, a type literal, or a class with data only. The properties stand in the order of the declaration. */
export interface ObjectType {
  readonly kind: 'object';
  /** Of the interface or alias: for readers only, it is no part of the shape. */
  readonly name?: string;
  readonly properties: readonly PropertySpec[];
}

/** One of several types. With a discriminator all variants are objects that tell themselves apart by that property. */
export interface UnionType {
  readonly kind: 'union';
  readonly discriminator?: string;
  readonly variants: readonly ValueType[];
}

/** `T | null`: null is a value of its own, never the same as absent. */
export interface NullableType {
  readonly kind: 'nullable';
  readonly inner: ValueType;
}

/** Any JSON value (`unknown`; as an output with `@json`: JSON inside of a text). */
export interface JsonType {
  readonly kind: 'json';
}

/** A type that holds itself: {@link ReferenceType}s inside of `type` that have its name lead back to it. */
export interface RecursiveType {
  readonly kind: 'recursive';
  /** Unique in its field. For readers and links only, it is no part of the shape. */
  readonly name: string;
  readonly type: ValueType;
}

/** Leads back to the {@link RecursiveType} of that name around it. */
export interface ReferenceType {
  readonly kind: 'reference';
  readonly name: string;
}

/** When a partial of a stream shows a value: complete, never `null`, or together with how far it is. */
export type StreamMode = 'done' | 'notNull' | 'state';

/** One property of an {@link ObjectType}. */
export interface PropertySpec {
  /** As the program has it. */
  readonly name: string;
  /** What the model sees in its place (`@alias`). */
  readonly alias?: string;
  readonly type: ValueType;
  /** Set for `name?: T`. A model may leave it out or answer null. */
  readonly optional?: true;
  /** A short name for people (`@title`); the description where there is no other. */
  readonly title?: string;
  readonly description?: string;
  readonly default?: JsonValue;
  readonly examples?: readonly JsonValue[];
  readonly deprecated?: true;
  readonly stream?: StreamMode;
}
