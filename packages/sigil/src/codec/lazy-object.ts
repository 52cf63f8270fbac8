import * as z from 'zod';

/**
 * A strict object whose properties are made when it is first used, and then kept: importing a generated file costs next
 * to nothing. It is a `ZodObject` like any other, with `.shape` and `.extend`.
 *
 * @example
 * ```ts
 * const Point = lazyObject(() => ({ x: z.number() }));
 * Point.extend({ y: z.number() }).parse({ x: 1, y: 2 }); // -> { x: 1, y: 2 }
 * ```
 */
export function lazyObject<T extends z.core.$ZodLooseShape>(
  properties: () => T,
): z.ZodObject<T, z.core.$strict> {
  const definition: z.core.$ZodObjectDef<T> = {
    type: 'object',
    get shape(): T {
      const made = properties();
      Object.defineProperty(this, 'shape', { value: made, enumerable: true });
      return made;
    },
    catchall: NOTHING_ELSE,
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the constructor's type says nothing of its argument's
  return new z.ZodObject(definition) as unknown as z.ZodObject<T, z.core.$strict>;
}

const NOTHING_ELSE = z.never();
