import { contentHash } from '@sigil/hash';
import { DatasetError, type Example, type JsonValue } from '@sigil/spec';

/** A row that demos can be made of. */
export interface TrainRow {
  /** Index in the trainset as it was given. */
  readonly row: number;
  readonly values: Readonly<Record<string, JsonValue>>;
  /** Content hash of the values. */
  readonly key: string;
}

/**
 * The rows of a trainset, equal ones once: a demo that stands twice in a prompt teaches nothing.
 *
 * @throws DatasetError for values that JSON cannot hold
 */
export function trainRows(trainset: readonly Example[]): TrainRow[] {
  const known = new Map<string, TrainRow>();
  for (const [row, example] of trainset.entries()) {
    const values = jsonValues(example, row);
    const key = contentHash(values);
    if (!known.has(key)) known.set(key, { row, values, key });
  }
  return [...known.values()];
}

function jsonValues(example: Example, row: number): Record<string, JsonValue> {
  const values: [string, JsonValue][] = [];
  for (const [name, value] of Object.entries(example)) {
    if (value === undefined) continue;
    if (!isJson(value)) {
      throw new DatasetError(
        `Cannot make a demo of row ${row + 1}: its field '${name}' holds a value that JSON cannot hold. ` +
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
  return (prototype === Object.prototype || prototype === null) && Object.values(value).every(isJson);
}
