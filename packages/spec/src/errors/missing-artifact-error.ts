import { SigilError } from './sigil-error.js';

/** A signature class has no generated artifact. */
export class MissingArtifactError extends SigilError {
  static override readonly kind: string = 'MissingArtifactError';
  readonly className: string;

  constructor(className: string) {
    super(
      'SIGIL1002',
      `Cannot run ${className}: the class has no generated artifact, wanted a static member 'artifact'. ` +
        `Run 'sigil generate --wire'.`,
    );
    this.className = className;
  }
}
