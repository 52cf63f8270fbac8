import type { LMCall, OutputOf, SignatureClass } from '@sigil/spec';

/** Outputs as a test writes them: literals need no `as const`, lists may be readonly. */
export type Scripted<C extends SignatureClass> = Frozen<OutputOf<C>>;

type Frozen<T> = T extends Date
  ? Date
  : T extends ReadonlySet<infer I>
    ? ReadonlySet<Frozen<I>>
    : T extends ReadonlyMap<infer K, infer V>
      ? ReadonlyMap<K, Frozen<V>>
      : T extends object
        ? { readonly [K in keyof T]: Frozen<T[K]> }
        : T;

/** Outputs used in order, or a function of the call and its number (from 0). */
export type ScriptedOutputs<O> = readonly O[] | ((call: LMCall, n: number) => O | Promise<O>);
