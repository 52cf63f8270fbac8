/** What a model can do beyond answering text. */
export interface Capabilities {
  /** A seed makes sampled replies repeatable. */
  readonly seed: boolean;
  /** Prompt and reply together, in tokens. Absent where nobody says. */
  readonly contextTokens?: number;
}
