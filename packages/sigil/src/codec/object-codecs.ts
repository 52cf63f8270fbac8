/* oxlint-disable typescript/no-unsafe-type-assertion, typescript/no-unsafe-return, typescript/no-unnecessary-type-assertion -- the types of zod cannot follow a codec over schemas that are type parameters */
import { z, type ZodType } from 'zod';

/** What a model that has nothing to say writes null for, and what the program then does not have. */
export function nullAsAbsent<T extends ZodType>(schema: T) {
  return z.codec(schema.nullish(), z.custom<z.output<T> | undefined>(() => true).optional(), {
    decode: (value) => (value ?? undefined) as z.output<T> | undefined,
    encode: (value) => (value ?? null) as never,
  });
}

/** As {@link nullAsAbsent}, with a value in the place of null. */
export function nullAsDefault<T extends ZodType>(schema: T, fallback: () => z.output<T>) {
  return z.codec(
    schema.nullish(),
    z.custom<z.output<T>>(() => true),
    {
      decode: (value) => (value ?? fallback()) as z.output<T>,
      encode: (value) => value as never,
    },
  );
}

/**
 * An object of which the model sees other names.
 *
 * @param names the program's name of each property that has another for the model
 */
export function renamed<T extends ZodType>(schema: T, names: Readonly<Record<string, string>>) {
  const back = Object.fromEntries(Object.entries(names).map(([shown, name]) => [name, shown]));
  return z.codec(schema, z.custom<Record<string, unknown>>(isObject), {
    decode: (object) => withNames(object, names),
    encode: (object) => withNames(object, back) as never,
  });
}

function withNames(object: unknown, names: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object as object).map(([name, value]) => [
      Object.hasOwn(names, name) ? names[name] : name,
      value,
    ]),
  );
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
