import { SigilError } from './sigil-error.js';

/** The tuned state of a class was tuned for other fields or instructions than it has, and `onStale` is `'error'`. */
export class StaleStateError extends SigilError {
  static override readonly kind: string = 'StaleStateError';
  /** Id of the class. */
  readonly program: string;
  /** One line for each difference. */
  readonly differences: readonly string[];

  constructor(program: string, differences: readonly string[]) {
    super(
      'SIGIL1006',
      `Cannot run ${program} with its tuned state: it was tuned for another shape (${StaleStateError.brief(differences)}). ` +
        `Run 'sigil optimize ${program} ..' or 'sigil accept ${program}', or set onStale to 'warn'.`,
    );
    this.program = program;
    this.differences = differences;
  }

  /** The first differences in one line. */
  static brief(differences: readonly string[]): string {
    const shown = differences.slice(0, 8).join('; ');
    return differences.length > 8 ? `${shown}; and ${differences.length - 8} more` : shown;
  }
}
