import type { RowPlace } from './row-place.js';
import { SigilError } from './sigil-error.js';

/** One thing that is wrong with a row. */
export interface RowProblem extends RowPlace {
  /** Name of the field; absent when the row as a whole is wrong. */
  readonly field?: string | undefined;
  /** What was found and what was wanted. */
  readonly message: string;
}

/** A dataset is empty, cannot be read, or has rows that do not fit the signature. Nothing was sent. */
export class DatasetError extends SigilError {
  static override readonly kind: string = 'DatasetError';
  readonly problems: readonly RowProblem[];

  constructor(message: string, problems: readonly RowProblem[] = []) {
    super('SIGIL5001', message);
    this.problems = problems;
  }
}
