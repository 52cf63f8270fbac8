import { rowText, type RowPlace } from './row-place.js';
import { SigilError } from './sigil-error.js';

/** A metric threw, or gave something that is not a score. */
export class MetricError extends SigilError {
  static override readonly kind: string = 'MetricError';
  readonly metric: string;
  /** Index of the row, from 0. */
  readonly row: number;
  /** Where the row stands, if it was read from a file. */
  readonly place: RowPlace | undefined;

  constructor(metric: string, row: number, found: string, cause?: unknown, place?: RowPlace) {
    super(
      'SIGIL5002',
      `Cannot score ${rowText(row, place)} with metric '${metric}': it ${found}, expected a number from 0 to 1, a boolean, or { value, feedback }. ` +
        `Fix the metric; replies already paid for are kept.`,
      cause === undefined ? {} : { cause },
    );
    this.metric = metric;
    this.row = row;
    this.place = place;
  }
}
