import type { SignatureTypes } from '../artifact.js';
import type { AnyClass, IsAny } from '../signature-class.js';
import type { Held } from '../with-objects.js';
import type { ByValue, MembersByValue } from './by-value.js';
import type { Exact } from './exact.js';

type Kept<T, K> = Pick<T, K & keyof T>;

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

// Which fields hold objects is no field.
type FieldOf<S> = Exclude<keyof S, '~held'>;

type Changed<S, T> = {
  [K in FieldOf<S>]: K extends keyof T
    ? Same<Exact<ByValue<S[K]>>, Exact<ByValue<T[K]>>> extends true
      ? never
      : K
    : K;
}[FieldOf<S>];

type Stale = "stale artifact, run 'sigil generate'";

type Difference<S, T, Others> = [Changed<S, T>] extends [never]
  ? [Exclude<keyof T, keyof S | keyof Others>] extends [never]
    ? unknown
    : `${Stale}: field '${Exclude<keyof T, keyof S | keyof Others> & string}' was added`
  : `${Stale}: field '${Changed<S, T> & string}' changed or was removed`;

// Quick for a class that is fresh: comparing by value costs the checker twice the symbols. What differs is looked for
// field by field only where there is something.
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
