/** Something that is wrong with a row. */
export interface RowIssue {
  /** Absent where it is about the row as a whole. */
  readonly field?: string;
  readonly message: string;
}
