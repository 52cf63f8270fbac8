/** Where in a reply a value stands. */
export interface Place {
  /** Where the value begins, or the marker before it. */
  readonly start: number;
  /** Right behind the value. */
  readonly end: number;
  /** What kind of remark may stand behind it. */
  readonly notation: Notation;
}

/** At the end of a line, inside of JSON or of a line, inside of a tag. */
export type Notation = 'line' | 'json' | 'tag';
