import { rowText, type RowPlace } from './row-place.js';
import { SigilError } from './sigil-error.js';

/** A program threw on every row: it is broken, or set up wrongly. The cause is what it threw on the first row. */
export class ProgramError extends SigilError {
  static override readonly kind: string = 'ProgramError';
  /** Index of the first row, from 0. */
  readonly row: number;
  /** Where that row stands, if it was read from a file. */
  readonly place: RowPlace | undefined;

  constructor(row: number, place: RowPlace | undefined, cause: unknown) {
    super(
      'SIGIL5003',
      `Cannot evaluate: the program threw on every row, expected an answer. The first is ${rowText(row, place)}: ` +
        `${thrown(cause)} Fix the program, or the rows.`,
      { cause },
    );
    this.row = row;
    this.place = place;
  }
}

function thrown(cause: unknown): string {
  const text = SigilError.isInstance(cause) ? cause.message : String(cause);
  return /[.!?]$/u.test(text) ? text : `${text}.`;
}
