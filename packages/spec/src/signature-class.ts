import type { Artifact, SignatureTypes } from './artifact.js';

/** Any class. */
// oxlint-disable-next-line typescript/no-explicit-any -- a constructor is contravariant in its parameters
export type AnyClass<T = object> = abstract new (...args: any[]) => T;

type IsAny<T> = 0 extends 1 & T ? true : false;
type Kept<T, K> = Pick<T, K & keyof T>;

type Missing = "no generated artifact on this class: run 'sigil generate --wire'";

/** The types of a class's artifact; `any` while the generated file does not exist yet. */
type TypesOf<C> = C extends { readonly artifact: { readonly '~types'?: infer T extends SignatureTypes } }
  ? T
  : never;

/** What `run` takes: the input fields, those with an initializer optional. */
export type InputOf<C extends AnyClass> = C extends { readonly artifact: infer A }
  ? IsAny<A> extends true
    ? any // oxlint-disable-line typescript/no-explicit-any -- the generated file does not exist yet: one TS2307, no cascade
    : Inputs<InstanceType<C>, TypesOf<C>>
  : Missing;

type Inputs<T, S extends SignatureTypes> = keyof S['defaulted'] extends never
  ? Kept<T, keyof S['inputs']>
  : Kept<T, Exclude<keyof S['inputs'], keyof S['defaulted']>> & Partial<Kept<T, keyof S['defaulted']>>;

/** What `run` gives: the output fields. */
export type OutputOf<C extends AnyClass> = C extends { readonly artifact: infer A }
  ? IsAny<A> extends true
    ? any // oxlint-disable-line typescript/no-explicit-any -- as in InputOf
    : Kept<InstanceType<C>, keyof TypesOf<C>['outputs']>
  : Missing;

/** `unknown` for a class with an artifact; otherwise a sentence, which the compiler prints. */
export type Ready<C> = C extends { readonly artifact: infer A }
  ? IsAny<A> extends true
    ? unknown
    : A extends Artifact
      ? unknown
      : Missing
  : Missing;

// Enums are compared by value, and only where the plain comparison fails: it costs the checker twice the symbols.
// A brand, a date and a function are themselves; lists, sets and maps are what they hold. These are told by one key each:
// asking whether a type extends one of theirs costs the checker all members of both. Their contents stand in a branch
// of an alias, where the checker looks at them late: a type for any JSON holds lists of itself.
type ByValue<T> = T extends string
  ? string extends T
    ? T
    : `${T}` extends T
      ? T
      : keyof T extends keyof string
        ? `${T}`
        : TextByValue<T, Exclude<keyof T, keyof string>>
  : T extends number | boolean | bigint
    ? BareByValue<T>
    : T extends object
      ? number extends keyof T
        ? ListByValue<T, T[number & keyof T]>
        : 'size' extends keyof T
          ? SizedByValue<T>
          : T extends Date | ((...args: never) => unknown)
            ? T extends Date
              ? Date
              : T
            : DataByValue<T>
      : T;
// A brand is its base. Shapes have brands on text, numbers and objects, unless a symbol names their property.
type Bare<T, K extends PropertyKey> = T extends infer U & Pick<T, K & keyof T> ? U : T;
type TextByValue<T, K extends keyof T> = string & Pick<T, K> extends T
  ? [K] extends [string]
    ? T
    : string
  : Bare<T, K> extends infer U extends string
    ? `${U}`
    : T;
type BareByValue<T> = T extends number
  ? keyof T extends keyof number
    ? T
    : NumberByValue<T, Exclude<keyof T, keyof number>>
  : T extends boolean
    ? T extends true
      ? true
      : false
    : bigint;
// A number that no enum has: TypeScript takes any number for one.
type NumberByValue<T, K extends keyof T> = 0.1234567 & Pick<T, K> extends T
  ? [K] extends [string]
    ? T
    : number
  : Bare<T, K>;
type MembersByValue<T> = { [K in keyof T]: ByValue<T[K]> };
type DataByValue<T> = keyof T extends string | number
  ? MembersByValue<T>
  : { [K in keyof T as Exclude<K, symbol>]: ByValue<T[K]> };
type ListByValue<T, V> = V[] extends T
  ? 'push' extends keyof T
    ? ByValue<V>[]
    : readonly ByValue<V>[]
  : T extends readonly unknown[]
    ? BareList<Bare<T, Exclude<keyof T, keyof unknown[] | `${number}`>>>
    : DataByValue<T>;
type BareList<T> = T extends readonly (infer V)[]
  ? V[] extends T
    ? 'push' extends keyof T
      ? ByValue<V>[]
      : readonly ByValue<V>[]
    : MembersByValue<T>
  : T;
type SizedByValue<T> =
  T extends ReadonlyMap<infer K, infer V>
    ? 'set' extends keyof T
      ? Map<ByValue<K>, ByValue<V>>
      : ReadonlyMap<ByValue<K>, ByValue<V>>
    : T extends ReadonlySet<infer V>
      ? 'add' extends keyof T
        ? Set<ByValue<V>>
        : ReadonlySet<ByValue<V>>
      : DataByValue<T>;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type SameValue<A, B> = Same<A, B> extends true ? true : Same<A, ByValue<B>>;

type Changed<S, T> = {
  [K in keyof S]-?: K extends keyof T ? (SameValue<Pick<S, K>, Pick<T, K>> extends true ? never : K) : K;
}[keyof S];

type Stale = "stale artifact, run 'sigil generate'";

type Difference<S, T, Others> = [Changed<S, T>] extends [never]
  ? [Exclude<keyof T, keyof S | keyof Others>] extends [never]
    ? unknown
    : `${Stale}: field '${Exclude<keyof T, keyof S | keyof Others> & string}' was added`
  : `${Stale}: field '${Changed<S, T> & string}' changed or was removed`;

// Quick for a class that is fresh. What differs is looked for field by field only where there is something.
type FreshShape<S, T, Others> = keyof T extends keyof S | keyof Others
  ? keyof S extends keyof T
    ? T extends S
      ? S extends T
        ? unknown
        : FreshValues<S, T, Others>
      : FreshValues<S, T, Others>
    : Difference<S, T, Others>
  : Difference<S, T, Others>;
type FreshValues<S, T, Others> =
  Same<S, MembersByValue<Kept<T, keyof S>>> extends true ? unknown : Difference<S, T, Others>;

/**
 * `unknown` when the class is as it was compiled; otherwise a sentence that names the field and the command. The
 * target type of `@Signature()`, so that a stale artifact is a compile error at the class.
 */
export type Fresh<C> = C extends { readonly artifact: infer A } & AnyClass<infer T>
  ? IsAny<A> extends true
    ? unknown
    : A extends { readonly '~types'?: infer S extends SignatureTypes }
      ? FreshShape<S['shape'], T, S['others']>
      : unknown
  : unknown;

/** A class that `@Signature()` marks. */
export type SignatureClass = AnyClass;
