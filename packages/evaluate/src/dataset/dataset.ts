/** One row as it stands in its file, not yet checked. */
export interface DatasetRow {
  /** Line in the file where the row begins, from 1. */
  readonly line: number;
  /** By field name. In a CSV file every value is text. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** The rows of a file. */
export interface Dataset {
  /** The path as it was given. */
  readonly file: string;
  readonly format: 'jsonl' | 'csv';
  readonly rows: readonly DatasetRow[];
}
