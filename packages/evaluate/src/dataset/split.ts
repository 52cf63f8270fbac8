import { DatasetError, type Example } from '@sigil/spec';
import { contentHash } from '@sigil/hash';
import { stream } from '../random/random-stream.js';
import { shuffle } from '../random/sample.js';
import { rowJson } from './row-json.js';

/** Of the rows, for the first part of a split. */
const share = 0.4;

/**
 * Sets rows for the confirmation apart from those that a search may see: a seeded 40 % of the validation rows.
 * Rows of equal content stay together; both sides keep the order of the rows.
 *
 * @throws DatasetError when one side would have no rows; TypeError for values that JSON cannot hold
 * @example
 * ```ts
 * const rows = Array.from({ length: 140 }, (_, at) => ({ message: `ticket ${at}`, team: 'billing' }));
 * const { valset, confirmset } = splitValidation(rows, 1);
 * [valset.length, confirmset.length]; // -> [84, 56]
 * ```
 */
export function splitValidation<E extends Example>(
  rows: readonly E[],
  seed: number,
): { readonly valset: readonly E[]; readonly confirmset: readonly E[] } {
  const [confirmset, valset] = split(rows, seed, {
    purpose: 'split/confirm',
    first: 'the confirmset',
    rest: 'the valset',
    remedy:
      'Give more different validation rows: 12 are the fewest with which a candidate can pass the test. Or give a confirmset of its own',
  });
  return { valset, confirmset };
}

/**
 * Splits a single file into rows for demos and rows for validation (search and confirmation). Validation gets more,
 * since a score needs more rows than a prompt. Rows of equal content stay together; both sides keep the order.
 *
 * @throws DatasetError when one side would have no rows; TypeError for values that JSON cannot hold
 * @example
 * ```ts
 * const rows = Array.from({ length: 100 }, (_, at) => ({ message: `ticket ${at}`, team: 'billing' }));
 * const { trainset, validation } = splitDataset(rows, 1);
 * const { valset, confirmset } = splitValidation(validation, 1);
 * [trainset.length, valset.length, confirmset.length]; // -> [40, 36, 24]
 * ```
 */
export function splitDataset<E extends Example>(
  rows: readonly E[],
  seed: number,
): { readonly trainset: readonly E[]; readonly validation: readonly E[] } {
  const [trainset, validation] = split(rows, seed, {
    purpose: 'split/train',
    first: 'the trainset',
    rest: 'validation',
    remedy:
      'Give more different rows: 20 are the fewest with which a candidate can pass the test. Or give both sets as files of their own',
  });
  return { trainset, validation };
}

interface Split {
  /** Names the random stream. */
  readonly purpose: string;
  readonly first: string;
  readonly rest: string;
  /** What to do where a part would have no rows. */
  readonly remedy: string;
}

/** The first part gets its share of the rows, rounded; fewer where rows that stay together do not fit. */
function split<E extends Example>(
  rows: readonly E[],
  seed: number,
  { purpose, first, rest, remedy }: Split,
): readonly [E[], E[]] {
  const keys = rows.map((row) => contentHash(rowJson(row)));
  const copies = new Map<string, number>();
  for (const key of keys) copies.set(key, (copies.get(key) ?? 0) + 1);
  const chosen = new Set<string>();
  let left = Math.round(rows.length * share);
  for (const [key, count] of shuffle([...copies], stream(seed, purpose))) {
    if (count > left) continue;
    chosen.add(key);
    left -= count;
  }
  const isChosen = (_: E, at: number): boolean => chosen.has(keys[at] ?? '');
  const parts = [rows.filter(isChosen), rows.filter((row, at) => !isChosen(row, at))] as const;
  if (parts.every(({ length }) => length > 0)) return parts;
  throw new DatasetError(
    `Cannot split ${rows.length} ${rows.length === 1 ? 'row' : 'rows'} (${copies.size} different) into ${first} and ${rest}: ` +
      `${parts[0].length} would go to ${first} and ${parts[1].length} to ${rest}, expected at least 1 in each ` +
      `(${Math.round(share * 100)} % go to ${first}, and equal rows stay together). ${remedy}.`,
  );
}
