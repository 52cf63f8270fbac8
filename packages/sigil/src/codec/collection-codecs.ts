/* oxlint-disable typescript/no-unsafe-type-assertion, typescript/no-unsafe-return, typescript/no-unnecessary-type-assertion -- the types of zod cannot follow a codec over schemas that are type parameters */
import { z, type ZodType } from 'zod';

/** A list without repetition, a `Set` in the program. */
export function setOf<T extends ZodType>(items: T, list: ZodType = z.array(items)) {
  const unique = list.refine(isWithoutRepetition, 'must have no item twice');
  return z.codec(unique, z.instanceof(Set<z.output<T>>), {
    decode: (values) => new Set(values as readonly z.output<T>[]),
    encode: (values) => [...values],
  });
}

interface Entry<K extends ZodType, V extends ZodType> {
  readonly key: z.output<K>;
  readonly value: z.output<V>;
}

/** A list of `key` and `value`, as the model writes a map. */
function entriesOf<K extends ZodType, V extends ZodType>(key: K, value: V) {
  const entries: ZodType<readonly Entry<K, V>[]> = z.array(z.strictObject({ key, value })) as never;
  return entries
    .refine((list) => isWithoutRepetition(list.map((entry) => entry.key)), 'must have each key once')
    .refine(
      (list) => list.every((entry) => isSafeKey(entry.key)),
      'must not have the keys __proto__ and constructor',
    );
}

/** Entries for the model, a plain object in the program. */
export function recordOf<K extends ZodType<string | number>, V extends ZodType>(key: K, value: V) {
  const isNumber = key instanceof z.ZodNumber;
  return z.codec(
    entriesOf(key, value),
    z.record(
      z.string(),
      z.custom<z.output<V>>(() => true),
    ),
    {
      decode: (entries) => Object.fromEntries(entries.map((entry) => [String(entry.key), entry.value])),
      encode: (record) =>
        Object.entries(record).map(([name, held]) => ({
          key: (isNumber ? Number(name) : name) as z.output<K>,
          value: held as z.output<V>,
        })),
    },
  );
}

/** Entries for the model, a `Map` in the program. */
export function mapOfEntries<K extends ZodType, V extends ZodType>(key: K, value: V) {
  return z.codec(entriesOf(key, value), z.instanceof(Map<z.output<K>, z.output<V>>), {
    decode: (entries) => new Map(entries.map((entry) => [entry.key, entry.value])),
    encode: (map) => [...map].map(([held, of]) => ({ key: held, value: of })),
  });
}

/** A plain object as people write a map, a `Map` in the program. */
export function mapOfRecord<K extends ZodType, V extends ZodType>(key: K, value: V) {
  const isNumber = key instanceof z.ZodNumber;
  return z.codec(z.record(z.string(), value), z.instanceof(Map<z.output<K>, z.output<V>>), {
    decode: (record, context) => {
      const map = new Map<z.output<K>, z.output<V>>();
      for (const [name, held] of Object.entries(record)) {
        const read = key.safeParse(isNumber ? Number(name) : name);
        if (read.success) map.set(read.data, held as z.output<V>);
        else
          context.issues.push({
            code: 'custom',
            input: name,
            path: [name],
            message: 'is no key of this map',
          });
      }
      return map;
    },
    encode: (map) => Object.fromEntries([...map].map(([held, of]) => [String(held), of])) as never,
  });
}

/** An object with a property for each item, a tuple in the program. */
export function tupleOf<T extends readonly [ZodType, ...ZodType[]]>(names: readonly string[], items: T) {
  const wire = z.strictObject(Object.fromEntries(items.map((item, at) => [names[at] ?? '', item])));
  const domain = z.custom<{ -readonly [I in keyof T]: z.output<T[I]> }>(
    (value) => Array.isArray(value) && value.length === items.length,
  );
  return z.codec(wire, domain, {
    decode: (object) => names.map((name) => (object as Record<string, unknown>)[name]) as never,
    encode: (tuple) =>
      Object.fromEntries(names.map((name, at) => [name, (tuple as readonly unknown[])[at]])) as never,
  });
}

function isSafeKey(key: unknown): boolean {
  return key !== '__proto__' && key !== 'constructor';
}

function isWithoutRepetition(values: unknown): boolean {
  return !Array.isArray(values) || new Set(values.map(keyOf)).size === values.length;
}

/** Text that is the same for equal values. */
function keyOf(value: unknown): string {
  return JSON.stringify(value, (_, held: unknown) => {
    if (typeof held === 'bigint') return `${held}n`;
    return held instanceof Map || held instanceof Set ? [...held] : held;
  });
}
