import { toJson } from '@sigil/schema';
import { DatasetError, type Example, type JsonValue } from '@sigil/spec';

/**
 * The fields of a row that hold something, as JSON: rows are demos, and their hashes are evidence. Dates are ISO 8601,
 * sets lists, maps objects, bigints digits.
 *
 * @param set and `row` name the row in the error; `row` from 0
 * @throws DatasetError for values that JSON cannot hold
 */
export function jsonValues(example: Example, set: string, row: number): Record<string, JsonValue> {
  const values: [string, JsonValue][] = [];
  for (const [name, value] of Object.entries(example)) {
    if (value === undefined) continue;
    const json = isData(value) ? toJson({ kind: 'json' }, value) : undefined;
    if (json === undefined) {
      throw new DatasetError(
        `Cannot use row ${row + 1} of the ${set}: its field '${name}' holds a value that JSON cannot hold. ` +
          `Give text, numbers, booleans, null, dates, bigints, lists, sets, maps and plain objects.`,
      );
    }
    values.push([name, json]);
  }
  return Object.fromEntries(values);
}

function isData(value: unknown): boolean {
  if (value === null || ['string', 'boolean', 'bigint'].includes(typeof value)) return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isData);
  if (typeof value !== 'object') return false;
  if (value instanceof Date) return !Number.isNaN(value.getTime());
  if (value instanceof Set) return [...value].every(isData);
  if (value instanceof Map) return [...value.values()].every(isData);
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    (prototype === Object.prototype || prototype === null) &&
    Object.values(value).every((member) => member === undefined || isData(member))
  );
}
