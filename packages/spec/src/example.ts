/** One row of a dataset: field name to value, inputs and expected outputs together. */
export interface Example {
  readonly [field: string]: unknown;
}
