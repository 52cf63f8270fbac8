import * as z from 'zod';

/**
 * Ends an encoder that was given what it cannot encode. Checks do not stand before it: to run those of a list around a
 * codec, zod encodes the items once without any.
 */
export function refuse(context: z.core.ParsePayload, message: string): never {
  context.issues.push({ code: 'custom', input: context.value, message });
  return z.NEVER;
}
