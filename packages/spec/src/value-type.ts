import type { Constraints } from './constraints.js';
import type { JsonValue } from './json.js';

/**
 * What a field can hold, as read from the TypeScript declaration: a closed union, told apart by `kind`.
 *
 * @example
 * ```ts
 * // 'billing' | 'technical' | null
 * const type: ValueType = { kind: 'nullable', inner: { kind: 'enum', values: ['billing', 'technical'] } };
 * ```
 */
export type ValueType =
  StringType | NumberType | BooleanType | EnumType | ArrayType | ObjectType | NullableType;

/** Any text, unless constraints say more. */
export interface StringType {
  readonly kind: 'string';
}

/** Any finite number. */
export interface NumberType {
  readonly kind: 'number';
  /** Set where only whole numbers are meant (`@asType integer`). */
  readonly integer?: true;
}

/** True or false. */
export interface BooleanType {
  readonly kind: 'boolean';
}

/** A literal union or a string enum. The values stand in the order of the declaration. */
export interface EnumType {
  readonly kind: 'enum';
  readonly values: readonly (string | number)[];
}

/** A list of any length, unless constraints say more. */
export interface ArrayType {
  readonly kind: 'array';
  readonly items: ValueType;
}

/** An interface or a type literal. The properties stand in the order of the declaration. */
export interface ObjectType {
  readonly kind: 'object';
  readonly properties: readonly PropertySpec[];
}

/** `T | null`: null is a value of its own, never the same as absent. */
export interface NullableType {
  readonly kind: 'nullable';
  readonly inner: ValueType;
}

/** One property of an {@link ObjectType}. */
export interface PropertySpec {
  readonly name: string;
  readonly type: ValueType;
  /** Set for `name?: T`. A model may leave it out or answer null. */
  readonly optional?: true;
  readonly description?: string;
  readonly constraints?: Constraints;
  readonly default?: JsonValue;
}
