import type { JsonValue } from '@sigil/spec';

/** The values of a record as JSON; members that are `undefined` are left out. */
export function jsonRecord(values: Readonly<Record<string, unknown>>): Readonly<Record<string, JsonValue>> {
  const entries: [string, JsonValue][] = [];
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    if (!isJson(value)) throw new TypeError(`Cannot write '${name}' as JSON: it holds a ${typeof value}.`);
    entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}

function isJson(value: unknown): value is JsonValue {
  if (value === null || ['string', 'boolean'].includes(typeof value)) return true;
  if (typeof value === 'number') return Number.isFinite(value);
  return (
    typeof value === 'object' &&
    Object.values(value).every((member) => member === undefined || isJson(member))
  );
}
