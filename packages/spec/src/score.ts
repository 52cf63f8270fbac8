/** How good a prediction is, with words for whoever improves the prompt. */
export interface Score {
  /** From 0 (worst) to 1 (best). */
  readonly value: number;
  readonly feedback?: string;
}
