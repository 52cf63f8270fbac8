/** What a model can do beyond answering text. */
export interface Capabilities {
  /** A seed makes sampled replies repeatable. */
  readonly seed: boolean;
}
