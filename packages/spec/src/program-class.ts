import type { ProgramTypes } from './program-artifact.js';
import type { AnyClass } from './signature-class.js';

/** An instance of `Predict`, whichever copy of the package it comes from. */
export interface PredictorLike<C> {
  readonly '~kind': 'predictor';
  readonly signature: C;
}

/** An instance of a `Module`. */
export interface ModuleLike {
  readonly '~kind': 'module';
}

type IsAny<T> = 0 extends 1 & T ? true : false;

/** The ids of a signature class. `string` where they are not known: not generated yet, or by an earlier version. */
type IdsOf<C> = C extends { readonly artifact: infer A }
  ? IsAny<A> extends true
    ? string
    : A extends { readonly '~types'?: { readonly id: infer I extends object } }
      ? keyof I & string
      : string
  : string;

/** One less; a type that holds itself would never end. */
type Less = [never, 0, 1, 2, 3, 4, 5, 6];
type Depth = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/**
 * The ids of the signatures that a property's predictors use: `never` where it has none, `string` where its type does
 * not tell. Types without an implicit index signature (classes, interfaces) are not looked into.
 */
type Uses<V, D extends Depth = 6> = unknown extends V
  ? string
  : D extends 0
    ? string
    : V extends PredictorLike<infer C>
      ? IdsOf<C>
      : V extends ModuleLike
        ? { [K in keyof V]-?: K extends `~${string}` ? never : Uses<V[K], Less[D]> }[keyof V]
        : V extends readonly (infer E)[]
          ? Uses<E, Less[D]>
          : V extends (...parameters: never) => unknown
            ? never
            : V extends Readonly<Record<string, unknown>>
              ? Uses<V[keyof V], Less[D]>
              : V extends object
                ? string
                : never;

/** What a member is called: the key of `7 = ..` is a number, and that of `'7' = ..` is not. */
type NameOf<K> = K extends string | number ? `${K}` : never;

/** The member of a record that has the name of a key. */
type Named<S, K> = { [P in keyof S]: NameOf<P> extends NameOf<K> ? keyof S[P] : never }[keyof S];

type Expected<S, K> = K extends keyof S ? keyof S[K] : K extends number ? Named<S, K> : never;

type Changed<S extends ProgramTypes, T> = {
  [K in keyof T]-?: NameOf<K> extends NameOf<Exclude<keyof S['others'], keyof S['predictors']>>
    ? never
    : Sentence<K, Uses<T[K]>, Expected<S['predictors'], K>>;
}[keyof T];

type Sentence<K, Now, Before> = string extends Now
  ? never
  : [Now, Before] extends [Before, Now]
    ? never
    : [Before] extends [never]
      ? `predictor '${NameOf<K>}' was added`
      : [Now] extends [never]
        ? `predictor '${NameOf<K>}' was removed`
        : `predictor '${NameOf<K>}' uses another signature`;

type Gone<S extends ProgramTypes, T> =
  Exclude<NameOf<keyof S['predictors']>, NameOf<keyof T>> extends infer K
    ? K extends string
      ? `predictor '${K}' was removed`
      : never
    : never;

type Difference<S extends ProgramTypes, T> = Changed<S, T> | Gone<S, T>;

/**
 * `unknown` when the predictors of a program class are those that were compiled; otherwise a sentence that names the
 * predictor and the command. The target type of `@Program()`.
 */
export type FreshProgram<C> = C extends { readonly artifact: infer A } & AnyClass<infer T>
  ? IsAny<A> extends true
    ? unknown
    : A extends { readonly kind: 'program'; readonly '~types'?: infer S extends ProgramTypes }
      ? [Difference<S, T>] extends [never]
        ? unknown
        : `stale artifact, run 'sigil generate': ${Difference<S, T>}`
      : 'the artifact is not that of a program'
  : "no generated artifact on this class: run 'sigil generate --wire'";
