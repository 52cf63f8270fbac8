/** What a program answered: its own keys are exactly the outputs. */
export interface Prediction {
  readonly [field: string]: unknown;
}
