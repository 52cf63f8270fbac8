import type { Artifact, Shown, SignatureTypes } from './artifact.js';

/** Any class. */
// oxlint-disable-next-line typescript/no-explicit-any -- a constructor is contravariant in its parameters
export type AnyClass<T = object> = abstract new (...args: any[]) => T;

/** Whether a type is `any`. */
export type IsAny<T> = 0 extends 1 & T ? true : false;

// Not exported: the compiler would name it in the types of a user's functions, who cannot import it.
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

/** What a stream shows of the outputs while they come. */
export type PartialOf<C extends AnyClass> = C extends { readonly artifact: infer A }
  ? IsAny<A> extends true
    ? any // oxlint-disable-line typescript/no-explicit-any -- as in InputOf
    : TypesOf<C> extends { readonly partial: Shown<infer Partials> }
      ? Partials
      : Partial<OutputOf<C>>
  : Missing;

/** `unknown` for a class with an artifact; otherwise a sentence, which the compiler prints. */
export type Ready<C> = C extends { readonly artifact: infer A }
  ? IsAny<A> extends true
    ? unknown
    : A extends Artifact
      ? unknown
      : Missing
  : Missing;

/** A class that `@Signature()` marks. */
export type SignatureClass = AnyClass;
