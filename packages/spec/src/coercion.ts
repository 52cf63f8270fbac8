/** One change that the parser made to fit a reply to its type. */
export interface Coercion {
  /** Where in the outputs: `team`, `items[2].price`. */
  readonly path: string;
  /** What was done, as a kebab-case word: `case`, `number-from-text`, `fence-removed`. */
  readonly kind: string;
  readonly from: string;
  readonly to: string;
}
