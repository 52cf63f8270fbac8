import type { FieldSpec } from '@sigil/spec';
import { holding } from './holding.js';

/**
 * Outputs without the members that a reply says nothing for: `name?: T` is then not there, rather than there and
 * undefined, so that `in`, a spread and a loop over the names see what the declaration says.
 *
 * @param values made for this call; changed in place
 */
export function withoutAbsent<Values extends object>(fields: readonly FieldSpec[], values: Values): Values {
  if (fields.some(mayLack)) dropAbsent(values);
  return values;
}

function dropAbsent(value: unknown): void {
  if (typeof value !== 'object' || value === null || value instanceof Date) return;
  if (value instanceof Map || value instanceof Set || Array.isArray(value)) {
    for (const item of value.values()) dropAbsent(item);
    return;
  }
  for (const [name, member] of Object.entries<unknown>({ ...value })) {
    if (member === undefined) Reflect.deleteProperty(value, name);
    else dropAbsent(member);
  }
}

/** True for a property that may be absent, or that holds one. */
const mayLack = holding(({ optional }) => optional === true);
