import { DatasetError, type Example, type JsonValue } from '@sigil/spec';

/**
 * The fields of a row that hold something. Rows are demos, and their hashes are evidence: both are JSON.
 *
 * @param set and `row` name the row in the error; `row` from 0
 * @throws DatasetError for values that JSON cannot hold
 */
export function jsonValues(example: Example, set: string, row: number): Record<string, JsonValue> {
  const values: [string, JsonValue][] = [];
  for (const [name, value] of Object.entries(example)) {
    if (value === undefined) continue;
    if (!isJson(value)) {
      throw new DatasetError(
        `Cannot use row ${row + 1} of the ${set}: its field '${name}' holds a value that JSON cannot hold. ` +
          `Give text, numbers, booleans, null, lists and plain objects.`,
      );
    }
    values.push([name, value]);
  }
  return Object.fromEntries(values);
}

function isJson(value: unknown): value is JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isJson);
  if (typeof value !== 'object') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    (prototype === Object.prototype || prototype === null) &&
    Object.values(value).every((member) => member === undefined || isJson(member))
  );
}
