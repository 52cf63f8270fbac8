/* oxlint-disable typescript/no-unsafe-type-assertion -- over type parameters, the types of zod's codecs do not resolve */
import { leftOut } from '@sigil/schema';
import * as z from 'zod';
import type { ZodCodec, ZodCustom, ZodNullable, ZodObject, ZodOptional, ZodType } from 'zod';
import { refuse } from './refuse.js';

/** What a model that has nothing to say writes null for, and what the program then does not have. */
export function nullAsAbsent<T extends ZodType>(
  schema: T,
): ZodCodec<ZodNullable<T>, ZodOptional<ZodCustom<z.output<T>>>> {
  return maybe(schema, null) as unknown as ReturnType<typeof nullAsAbsent<T>>;
}

/**
 * `f?: T | null`: null stays null. What a program leaves out is written as null, since every wire schema but the plain
 * one needs the property. What a reply in lines left out, which no wire value says, stays absent.
 */
export function absentAsNull<T extends ZodType>(schema: T): ZodCodec<T, ZodOptional<ZodCustom<z.output<T>>>> {
  return maybe(schema, leftOut) as unknown as ReturnType<typeof absentAsNull<T>>;
}

/** As {@link nullAsAbsent}, with a value in the place of null: the one that the schema makes of a wire value. */
export function nullAsDefault<T extends ZodType>(
  schema: T,
  fallback: () => z.input<T>,
): ZodCodec<ZodType<z.input<T>, z.input<T> | null>, T> {
  const codec = z.codec(given, schema, {
    decode: (value, context) => present(value === null ? fallback() : value, context) as z.input<T>,
    encode: (value) => value,
  });
  return codec as unknown as ReturnType<typeof nullAsDefault<T>>;
}

/** A value that a program may not have, and in the place of which a reply has another. */
function maybe(schema: ZodType, absent: null | typeof leftOut): ZodType {
  const read = z.codec(given, schema.optional(), {
    decode: (value, context) => (value === absent ? undefined : present(value, context)),
    encode: (value) => value ?? null,
  });
  // `.optional()` would pass over what a program does not have, where null has to be written.
  return z.codec(read, z.custom<unknown>(), {
    decode: (value) => value,
    encode: (value) => value,
  });
}

/** No check, since the other side has one. Optional, for zod to let a program leave out the property. */
const given = z.custom<unknown>().optional();

/** Refuses a reply that leaves out what the wire schema wants. */
function present(value: unknown, context: z.core.ParsePayload): unknown {
  if (value !== undefined) return value;
  context.issues.push({ code: 'custom', input: value, message: MISSING });
  return z.NEVER;
}

const MISSING = 'must be there, as null where there is nothing to say';

/** The properties of an object by the names that the program has for them. */
type Renamed<V, N extends Readonly<Record<string, string>>> = {
  [K in keyof V as K extends keyof N ? N[K] : K]: V[K];
};

/**
 * An object of which the model sees other names.
 *
 * @param names the program's name of each property that has another for the model
 */
export function renamed<T extends ZodType<object>, const N extends Readonly<Record<string, string>>>(
  schema: T,
  names: N,
): ZodCodec<T, ZodCustom<Renamed<z.output<T>, N>>> {
  const back = Object.fromEntries(Object.entries(names).map(([shown, name]) => [name, shown]));
  const wanted = 'must be an object';
  const codec = z.codec(schema, z.custom<object>(isObject, wanted), {
    decode: (object) => withNames(object, names),
    encode: (object, context) =>
      isObject(object) ? (withNames(object, back) as z.output<T>) : refuse(context, wanted),
  });
  return codec as unknown as ReturnType<typeof renamed<T, N>>;
}

/**
 * An object with optional properties that every object inherits, `toString` for one: only its own count.
 */
export function ownProperties<T extends ZodObject>(schema: T): T {
  const { _zod: internals } = schema;
  const { run } = internals;
  internals.run = (payload, context) => {
    if (isObject(payload.value)) {
      const own: unknown = Object.create(null, Object.getOwnPropertyDescriptors(payload.value));
      payload.value = own;
    }
    return run(payload, context);
  };
  return schema;
}

function withNames(object: object, names: Readonly<Record<string, string>>): object {
  return Object.fromEntries<unknown>(
    Object.entries(object).map(([name, value]: [string, unknown]) => [
      (Object.hasOwn(names, name) ? names[name] : undefined) ?? name,
      value,
    ]),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
