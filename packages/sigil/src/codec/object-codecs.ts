/* oxlint-disable typescript/no-unsafe-type-assertion -- over type parameters, the types of zod's codecs do not resolve */
import { z, type ZodCodec, type ZodCustom, type ZodObject, type ZodOptional, type ZodType } from 'zod';

/** What a model that has nothing to say writes null for, and what the program then does not have. */
export function nullAsAbsent<T extends ZodType>(
  schema: T,
): ZodCodec<ZodOptional<z.ZodNullable<T>>, ZodOptional<ZodCustom<z.output<T>>>> {
  return z.codec(schema.nullish(), anything<z.output<T>>(), {
    decode: (value: z.output<T> | null | undefined) => (value === null ? undefined : value),
    encode: (value) => (value === undefined ? null : value) as z.output<T> | null,
  });
}

/**
 * `f?: T | null`: null stays null, and absent stays absent. Every wire schema but the plain one needs the property, so what
 * a program leaves out is written as null, and is null when it is read back.
 */
export function absentAsNull<T extends ZodType>(
  schema: T,
): ZodCodec<ZodOptional<T>, ZodOptional<ZodCustom<z.output<T>>>> {
  return z.codec(schema.optional(), anything<z.output<T>>(), {
    decode: (value) => value,
    encode: (value) => (value === undefined ? null : value) as z.output<T>,
  });
}

/** As {@link nullAsAbsent}, with a value in the place of null: the one that the schema makes of a wire value. */
export function nullAsDefault<T extends ZodType>(
  schema: T,
  fallback: () => z.input<T>,
): ZodCodec<ZodType<z.input<T>, z.input<T> | null | undefined>, T> {
  const given = z.custom<z.input<T> | null | undefined>(() => true).optional();
  const codec = z.codec(given, schema, {
    decode: (value) => value ?? fallback(),
    encode: (value) => value,
  });
  return codec as unknown as ReturnType<typeof nullAsDefault<T>>;
}

/** No check, since the other side of the codec has one. What is absent is not passed over, as `.optional()` would. */
function anything<T>(): ZodOptional<ZodCustom<T>> {
  return z.custom<T>(() => true) as unknown as ZodOptional<ZodCustom<T>>;
}

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
  const codec = z.codec(schema, z.custom<object>(isObject, 'must be an object'), {
    decode: (object) => withNames(object, names),
    encode: (object) => withNames(object, back) as z.output<T>,
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
