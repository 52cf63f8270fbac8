// A brand, a date and a function are themselves; lists, sets and maps are what they hold. These are told by one key each:
// asking whether a type extends one of theirs costs the checker all members of both. Their contents stand in a branch
// of an alias, where the checker looks at them late: a type for any JSON holds lists of itself.

/** A type with the values of its enums in their place. */
export type ByValue<T> = T extends string
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
/** The same for each property. TypeScript does not compare their `readonly`, but for identity. */
export type MembersByValue<T> = { -readonly [K in keyof T]: ByValue<T[K]> };
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
