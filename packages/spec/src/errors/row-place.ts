/** Where a row stands. */
export interface RowPlace {
  /** `data/tickets.jsonl`. */
  readonly file: string;
  /** Line in the file, from 1. */
  readonly line: number;
}

/**
 * A row as errors name it: `data/tickets.jsonl:7`, or `row 3` where it was not read from a file.
 *
 * @param row index, from 0
 */
export function rowText(row: number, place: RowPlace | undefined): string {
  return place === undefined ? `row ${row + 1}` : `${place.file}:${place.line}`;
}
