import { SigilError } from './sigil-error.js';

/** A class and its artifact differ in the names or directions of fields. */
export class StaleArtifactError extends SigilError {
  static override readonly kind: string = 'StaleArtifactError';
  /** Id of the signature. */
  readonly signature: string;
  /** One line for each field that differs. */
  readonly differences: readonly string[];

  constructor(signature: string, differences: readonly string[]) {
    super(
      'SIGIL1003',
      `Cannot run ${signature}: its artifact is stale (${differences.join('; ')}). Run 'sigil generate'.`,
    );
    this.signature = signature;
    this.differences = differences;
  }
}
