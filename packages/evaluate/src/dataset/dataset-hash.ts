import type { Example } from '@sigil/spec';
import { contentHash } from '@sigil/hash';
import { rowJson } from './row-json.js';

/**
 * The name of a set of rows by their content and their order. The order counts, since seeded splits and samples depend
 * on it: the same hash and the same seed give the same run. The order of the fields inside a row does not count.
 *
 * @throws TypeError for values that JSON cannot hold
 * @example
 * ```ts
 * datasetHash([{ a: 1, b: 2 }]) === datasetHash([{ b: 2, a: 1 }]); // -> true
 * ```
 */
export function datasetHash(rows: readonly Example[]): string {
  return contentHash(rows.map(rowJson));
}
