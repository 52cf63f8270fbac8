/** What a model can do beyond answering text. */
export interface Capabilities {
  /** A seed makes sampled replies repeatable. */
  readonly seed: boolean;
  /** It takes the JSON schema of a call, shows it to the model and keeps the reply to it. Absent for no. */
  readonly jsonSchema?: boolean;
}
