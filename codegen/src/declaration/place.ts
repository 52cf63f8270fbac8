/** A stretch of a source file. Lines and columns count from 1, columns in UTF-16 code units. */
export interface Place {
  /** Relative to the project root, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  /** Of the first character after the stretch. */
  readonly endColumn: number;
}
