import { SigilError } from './sigil-error.js';

/** A signature class has no generated artifact. */
export class MissingArtifactError extends SigilError {
  static override readonly kind: string = 'MissingArtifactError';
  readonly className: string;

  /** @param file the generated file, where the class is known to point at one that is not there */
  constructor(className: string, file?: string) {
    super(
      'SIGIL1002',
      file === undefined
        ? `Cannot run ${className}: the class has no generated artifact, wanted a static member 'artifact'. ` +
            `Run 'sigil generate --wire'.`
        : `Cannot run ${className}: its generated file ${file} is not there. Run 'sigil generate', or ` +
            `'sigil generate --wire' for a class that does not point at it yet.`,
    );
    this.className = className;
  }
}
