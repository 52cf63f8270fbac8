// What is inside of an object is looked at late, as in `ByValue`. The checker takes two types for the same as soon as it
// meets one mapped type on both sides for the third time, one in another: hence three.

/**
 * A type that tells a property that may be absent from none. One that may be absent and one that may be `undefined` are
 * one and the same for a model. What is never there (`other?: never`) is left out.
 */
export type Exact<T, Turn = 0> = T extends object
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
