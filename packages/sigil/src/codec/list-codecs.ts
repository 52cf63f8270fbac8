import * as z from 'zod';
import type { ZodArray, ZodCodec, ZodCustom, ZodType } from 'zod';
import { withoutRepetition } from './limits.js';
import { refuse } from './refuse.js';

/** How many items a list has. */
export interface SizeLimits {
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** A list without repetition, a `Set` in the program. */
export function setOf<T extends ZodType>(
  items: T,
  limits: SizeLimits = {},
): ZodCodec<ZodArray<T>, ZodCustom<Set<z.output<T>>>> {
  const list = sized(z.array(items), limits).refine(withoutRepetition, 'must have no item twice');
  return z.codec(list, z.instanceof(Set<z.output<T>>), {
    decode: (values) => new Set(values),
    encode: (set, context) => (set instanceof Set ? [...set] : refuse(context, 'must be a Set')),
  });
}

/** What a model writes for a tuple: an object with a property for each item. */
type Named<N extends readonly string[], T extends readonly ZodType[], Side extends 'input' | 'output'> = {
  [I in keyof N & `${number}` as N[I]]: I extends keyof T
    ? T[I] extends ZodType
      ? T[I]['_zod'][Side]
      : never
    : never;
};

/** The values of a tuple, in their order. */
type Items<T extends readonly ZodType[]> = { -readonly [I in keyof T]: z.output<T[I]> };

/** An object with a property for each item, a tuple in the program. */
export function tupleOf<const N extends readonly string[], const T extends readonly [ZodType, ...ZodType[]]>(
  names: N,
  items: T,
): ZodCodec<ZodType<Named<N, T, 'output'>, Named<N, T, 'input'>>, ZodCustom<Items<T>>> {
  const object = z.strictObject(Object.fromEntries(items.map((item, at) => [names[at] ?? '', item])));
  const isTuple = (value: unknown): value is readonly unknown[] =>
    Array.isArray(value) && value.length === items.length;
  const wanted = `must be a list of ${items.length}`;
  const tuple = z.custom<readonly unknown[]>(isTuple, wanted);
  const codec = z.codec(object, tuple, {
    decode: (held) => names.map((name) => held[name]),
    encode: (values, context) =>
      isTuple(values)
        ? Object.fromEntries(names.map((name, at) => [name, values[at]]))
        : refuse(context, wanted),
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a mapped type over a type parameter is more than the checker follows
  return codec as unknown as ReturnType<typeof tupleOf<N, T>>;
}

/** A list with its limits. */
export function sized<T extends ZodType>(list: ZodArray<T>, { minItems, maxItems }: SizeLimits): ZodArray<T> {
  const least = minItems === undefined ? list : list.min(minItems, `must have at least ${counted(minItems)}`);
  return maxItems === undefined ? least : least.max(maxItems, `must have at most ${counted(maxItems)}`);
}

function counted(count: number): string {
  return `${count} item${count === 1 ? '' : 's'}`;
}
