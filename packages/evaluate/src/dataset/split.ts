import type { Example } from '@sigil/spec';
import { contentHash } from '@sigil/hash';
import { stream } from '../random/random-stream.js';
import { shuffle } from '../random/sample.js';

/**
 * Sets rows for the confirmation apart from those that a search may see: a seeded share of the validation rows.
 * Rows of equal content stay together; both sides keep the order of the rows.
 *
 * @param share of the rows that goes to the confirmset, from 0 to 1
 * @throws TypeError for values that JSON cannot hold
 * @example
 * ```ts
 * const { valset, confirmset } = splitValidation(rows, 1); // 60 % and 40 %
 * ```
 */
export function splitValidation<E extends Example>(
  rows: readonly E[],
  seed: number,
  share = 0.4,
): { readonly valset: readonly E[]; readonly confirmset: readonly E[] } {
  const [confirmset, valset] = split(rows, seed, 'split/confirm', share);
  return { valset, confirmset };
}

/**
 * Splits a single file into rows for demos and rows for validation (search and confirmation). Validation gets more,
 * since a score needs more rows than a prompt. Rows of equal content stay together; both sides keep the order.
 *
 * @param trainShare of the rows that goes to the trainset, from 0 to 1
 * @throws TypeError for values that JSON cannot hold
 * @example
 * ```ts
 * const { trainset, validation } = splitDataset(rows, 1);
 * const { valset, confirmset } = splitValidation(validation, 1);
 * ```
 */
export function splitDataset<E extends Example>(
  rows: readonly E[],
  seed: number,
  trainShare = 0.4,
): { readonly trainset: readonly E[]; readonly validation: readonly E[] } {
  const [trainset, validation] = split(rows, seed, 'split/train', trainShare);
  return { trainset, validation };
}

/** The first part gets its share of the rows, rounded; fewer where rows that stay together do not fit. */
function split<E extends Example>(
  rows: readonly E[],
  seed: number,
  purpose: string,
  share: number,
): readonly [E[], E[]] {
  const keys = rows.map((row) => contentHash(row));
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
  return [rows.filter(isChosen), rows.filter((row, at) => !isChosen(row, at))];
}
