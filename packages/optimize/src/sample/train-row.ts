import { contentHash } from '@sigil/hash';
import type { Example, JsonValue } from '@sigil/spec';
import { jsonValues } from './json-values.js';

/** A row that demos can be made of. */
export interface TrainRow {
  /** Index in the trainset as it was given. */
  readonly row: number;
  readonly example: Example;
  /** The same as JSON. */
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
    const values = jsonValues(example, 'trainset', row);
    const key = contentHash(values);
    if (!known.has(key)) known.set(key, { row, example, values, key });
  }
  return [...known.values()];
}
