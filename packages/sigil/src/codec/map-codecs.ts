/* oxlint-disable typescript/no-unsafe-type-assertion -- over type parameters, the types of zod's codecs do not resolve */
import * as z from 'zod';
import type { ZodCodec, ZodCustom, ZodType } from 'zod';
import { sized, type SizeLimits } from './list-codecs.js';
import { refuse } from './refuse.js';

/** What a key can be in the program. */
type Key = string | number;

/** A list of `key` and `value`, as a model writes a map. Written out, so that declaration files can name it. */
type Entries<K extends ZodType<Key>, V extends ZodType> = ZodType<
  { key: z.output<K>; value: z.output<V> }[],
  { key: z.input<K>; value: z.input<V> }[]
>;

/** An object as people write a map. */
type Named<V extends ZodType> = ZodType<Record<string, z.output<V>>, Record<string, z.input<V>>>;

/** What the program holds for a `Record`. */
type Held<K extends ZodType<Key>, V extends ZodType> = ZodCustom<Record<z.output<K>, z.output<V>>>;

/** What the program holds for a `Map`. */
type HeldMap<K extends ZodType<Key>, V extends ZodType> = ZodCustom<Map<z.output<K>, z.output<V>>>;

/** Entries for the model, a plain object in the program. */
export function recordOf<K extends ZodType<Key>, V extends ZodType>(
  key: K,
  value: V,
  limits: SizeLimits = {},
): ZodCodec<Entries<K, V>, Held<K, V>> {
  const codec = z.codec(entriesOf(key, value, limits), plainObject<z.output<V>>(), {
    decode: (entries) => fromEntries(entries.map((entry) => [entry.key, entry.value])),
    encode: (record, context) =>
      isPlainObject(record)
        ? Object.entries(record).map(([name, held]) => ({ key: keyNamed(key, name), value: held }))
        : refuse(context, NO_OBJECT),
  });
  // The keys of the object are those of the map, as text.
  return codec as unknown as ReturnType<typeof recordOf<K, V>>;
}

/** Entries for the model, a `Map` in the program. */
export function mapOfEntries<K extends ZodType<Key>, V extends ZodType>(
  key: K,
  value: V,
  limits: SizeLimits = {},
): ZodCodec<Entries<K, V>, HeldMap<K, V>> {
  return z.codec(entriesOf(key, value, limits), z.instanceof(Map<z.output<K>, z.output<V>>), {
    decode: (entries) => new Map(entries.map((entry) => [entry.key, entry.value])),
    encode: (map, context) =>
      map instanceof Map
        ? [...map].map(([held, of]) => ({ key: held, value: of }))
        : refuse(context, 'must be a Map'),
  });
}

/** A plain object as people write a map, with its keys checked. */
export function recordOfRecord<K extends ZodType<Key>, V extends ZodType>(
  key: K,
  value: V,
  limits: SizeLimits = {},
): ZodCodec<Named<V>, Held<K, V>> {
  const codec = z.codec(named(value), plainObject<z.output<V>>(), {
    decode: (record, context) => fromEntries(readKeys(key, record, limits, context)),
    encode: (record) => record,
  });
  return codec as unknown as ReturnType<typeof recordOfRecord<K, V>>;
}

/** A plain object as people write a map, a `Map` in the program. */
export function mapOfRecord<K extends ZodType<Key>, V extends ZodType>(
  key: K,
  value: V,
  limits: SizeLimits = {},
): ZodCodec<Named<V>, HeldMap<K, V>> {
  return z.codec(named(value), z.instanceof(Map<z.output<K>, z.output<V>>), {
    decode: (record, context) => new Map(readKeys(key, record, limits, context)),
    encode: (map, context) => (map instanceof Map ? fromEntries([...map]) : refuse(context, 'must be a Map')),
  });
}

function entriesOf<K extends ZodType<Key>, V extends ZodType>(
  key: K,
  value: V,
  limits: SizeLimits,
): Entries<K, V> {
  // Over type parameters zod's types of an object do not resolve.
  const entry = z.strictObject({ key, value }) as unknown as ZodType<
    { key: z.output<K>; value: z.output<V> },
    { key: z.input<K>; value: z.input<V> }
  >;
  return sized(z.array(entry), limits)
    .refine((list) => list.every(({ key: held }) => isSafe(String(held))), UNSAFE)
    .refine(
      (list) => new Set(list.map(({ key: held }) => String(held))).size === list.length,
      'must have each key once',
    );
}

/** Own properties with values of one schema. zod would leave out a key `__proto__` in silence. */
function named<V extends ZodType>(value: V): Named<V> {
  const record = z.record(z.string(), value) as unknown as Named<V>;
  return plainObject<z.input<V>>().pipe(record) as Named<V>;
}

function plainObject<V>(): ZodCustom<Record<string, V>, Record<string, V>> {
  return z
    .custom<Record<string, V>>((value) => isPlainObject(value), NO_OBJECT)
    .refine((record) => Object.keys(record).every(isSafe), UNSAFE);
}

const NO_OBJECT = 'must be an object';

const UNSAFE = 'must not have the keys __proto__ and constructor';

function isSafe(name: string): boolean {
  return name !== '__proto__' && name !== 'constructor';
}

function isPlainObject(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}

/** The entries of a record with their keys as the program has them. */
function readKeys<K extends ZodType<Key>, V>(
  key: K,
  record: Readonly<Record<string, V>>,
  { minItems, maxItems }: SizeLimits,
  context: z.core.ParsePayload,
): [z.output<K>, V][] {
  const wrong = (message: string, input: unknown, path: string[] = []): void => {
    context.issues.push({ code: 'custom', input, path, message });
  };
  const entries = Object.entries(record);
  if (minItems !== undefined && entries.length < minItems)
    wrong(`must have at least ${minItems} entries`, record);
  if (maxItems !== undefined && entries.length > maxItems)
    wrong(`must have at most ${maxItems} entries`, record);
  const read = new Map<z.output<K>, V>();
  for (const [name, held] of entries) {
    const found = candidates(name)
      .map((candidate) => key.safeParse(candidate))
      .find((result) => result.success);
    if (found === undefined) wrong('is no key of this map', name, [name]);
    else if (read.has(found.data)) wrong('is the same key as another', name, [name]);
    else read.set(found.data, held);
  }
  return [...read];
}

/** The key that a property's name stands for: names of properties are text, keys may be numbers. */
function keyNamed<K extends ZodType<Key>>(key: K, name: string): z.output<K> {
  const fits = (candidate: Key): candidate is z.output<K> & Key =>
    z.safeEncode(key, candidate as z.output<K>).success;
  const [text, ...numbers] = candidates(name);
  return ([text, ...numbers].find((candidate) => fits(candidate)) ?? text) as z.output<K>;
}

function candidates(name: string): readonly [Key, ...Key[]] {
  const number = name.trim() === '' ? Number.NaN : Number(name);
  return Number.isFinite(number) ? [name, number] : [name];
}

function fromEntries<K extends Key, V>(entries: readonly (readonly [K, V])[]): Record<K, V> {
  return Object.fromEntries(entries) as Record<K, V>;
}
