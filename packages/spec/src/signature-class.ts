import type { Artifact, SignatureTypes } from './artifact.js';
import type { Held } from './with-objects.js';

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
// TypeScript does not compare `readonly` of properties, but for identity.
type MembersByValue<T> = { -readonly [K in keyof T]: ByValue<T[K]> };
type DataByValue<T> = keyof T extends string | number
  ? MembersByValue<T>
  : { -readonly [K in keyof T as Exclude<K, symbol>]: ByValue<T[K]> };
type TupleByValue<T> = { [K in keyof T]: ByValue<T[K]> };
type ListByValue<T, V> = V[] extends T
  ? 'push' extends keyof T
    ? ByValue<V>[]
    : 'length' extends keyof T
      ? readonly ByValue<V>[]
      : DataByValue<T>
  : T extends readonly unknown[]
    ? BareList<Bare<T, Exclude<keyof T, keyof unknown[] | `${number}`>>>
    : DataByValue<T>;
type BareList<T> = T extends readonly (infer V)[]
  ? V[] extends T
    ? 'push' extends keyof T
      ? ByValue<V>[]
      : readonly ByValue<V>[]
    : TupleByValue<T>
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
// A property that may be absent, or `undefined`: one and the same for a model, and not the same as none. What is inside
// of an object is looked at late, as above. What is never there (`other?: never`) is left out. The checker takes two
// types for the same as soon as it meets one mapped type on both sides for the third time, one in another: hence three.
type Exact<T, Turn = 0> = T extends object
  ? T extends Date | ((...args: never) => unknown)
    ? T
    : T extends ReadonlyMap<infer K, infer V>
      ? ExactMap<T, K, V, Turn>
      : T extends ReadonlySet<infer V>
        ? ExactSet<T, V, Turn>
        : Turn extends 0
          ? Exact0<T>
          : Turn extends 1
            ? Exact1<T>
            : Exact2<T>
  : T;
type Exact0<T> = number extends keyof T
  ? { [K in keyof T]-?: { is: Exact<T[K], 1> } }
  : { [K in GivenKey<T, keyof T>]-?: { is: Exact<T[K], 1> } };
type Exact1<T> = number extends keyof T
  ? { [K in keyof T]-?: { is: Exact<T[K], 2> } }
  : { [K in GivenKey<T, keyof T>]-?: { is: Exact<T[K], 2> } };
type Exact2<T> = number extends keyof T
  ? { [K in keyof T]-?: { is: Exact<T[K]> } }
  : { [K in GivenKey<T, keyof T>]-?: { is: Exact<T[K]> } };
type GivenKey<T, K extends keyof T> = K extends K ? (T[K] extends undefined ? never : K) : never;
type ExactMap<T, K, V, Turn> = 'set' extends keyof T
  ? Map<K, { is: Exact<V, Turn> }>
  : ReadonlyMap<K, { is: Exact<V, Turn> }>;
type ExactSet<T, V, Turn> = 'add' extends keyof T
  ? Set<{ is: Exact<V, Turn> }>
  : ReadonlySet<{ is: Exact<V, Turn> }>;

type Changed<S, T> = {
  [K in keyof S]-?: K extends keyof T
    ? Same<Exact<ByValue<S[K]>>, Exact<ByValue<T[K]>>> extends true
      ? never
      : K
    : K;
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
    : S extends { readonly '~held'?: Held<infer Shape, infer Names extends string> }
      ? FreshHolding<Shape, Names, T, Others>
      : Difference<S, T, Others>
  : Difference<S, T, Others>;
type FreshValues<S, T, Others> =
  Same<S, MembersByValue<Kept<T, keyof S>>> extends true ? unknown : Difference<S, T, Others>;

// Objects of which one has a property more that may be absent can be assigned to each other, but are not identical.
// What is not identical may still be the same: an intersection, a label in a tuple, `readonly`.
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- it is the checker that compares the two by it
type Identical<A, B> = (<X>() => X extends A ? 1 : 0) extends <X>() => X extends B ? 1 : 0 ? true : false;
type FreshHolding<S, Names, T, Others> = keyof S extends keyof T
  ? T extends S
    ? S extends T
      ? FreshHeld<Kept<S, Names>, Kept<T, Names>> extends true
        ? unknown
        : Difference<S, T, Others>
      : FreshHeldValues<S, T, Others>
    : FreshHeldValues<S, T, Others>
  : Difference<S, T, Others>;
type FreshHeld<A, B> = Identical<A, B> extends true ? true : Identical<A, MembersByValue<B>>;
type FreshHeldValues<S, T, Others> =
  Identical<S, MembersByValue<Kept<T, keyof S>>> extends true ? unknown : Difference<S, T, Others>;

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
