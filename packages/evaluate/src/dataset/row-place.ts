import type { RowPlace } from '@sigil/spec';

const places = new WeakMap<object, RowPlace>();

/** Remembers where a row was read, for as long as the row lives: what is split or shuffled is still the same row. */
export function keepPlace(row: object, place: RowPlace): void {
  places.set(row, place);
}

/**
 * Where a row was read.
 *
 * @param row the object that `checkRows` gave, not a copy of it
 * @returns undefined for any other object
 */
export function rowPlace(row: object): RowPlace | undefined {
  return places.get(row);
}
