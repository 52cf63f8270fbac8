import { SigilError } from './sigil-error.js';

/** A class is not as it was when its artifact was compiled, or the artifact is of another version of Sigil. */
export class StaleArtifactError extends SigilError {
  static override readonly kind: string = 'StaleArtifactError';
  /** Id of the signature; the name of the class where the artifact cannot be read. */
  readonly signature: string;
  /** One line for each difference. */
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
