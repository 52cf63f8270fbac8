/** One thing that is wrong with a value of a reply. */
export interface ValueIssue {
  /** Keys and indexes, as the program has them, from the field inwards: `['items', 2, 'price']`. Empty for the reply as a whole. */
  readonly path: readonly (string | number)[];
  /** What should be: `must be at most 1`. */
  readonly message: string;
}
