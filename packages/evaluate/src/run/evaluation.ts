import { ProgramError } from '@sigil/spec';
import { mean } from 'simple-statistics';
import { rowPlace } from '../dataset/row-place.js';
import { bootstrapInterval, type Interval } from '../stats/bootstrap-interval.js';
import { scoreOf, type RowOutcome, type RowScore } from './row-score.js';

/** How good a program is on a dataset. */
export interface Evaluation {
  /** `failed`: no reply could be had, the metric is broken, or the program threw on every row. */
  readonly outcome: 'complete' | 'failed' | 'cancelled';
  /** Over the rows that have a score, from 0 to 1, not rounded. 0 where none has. */
  readonly mean: number;
  /** Of the mean, as `bootstrapInterval` gives it: the same for the same scores. 0 to 1 where no row has one. */
  readonly interval: Interval;
  /** Rows whose reply could be read, and their share of those that were run. */
  readonly parsed: { readonly count: number; readonly share: number };
  /** Rows by outcome. */
  readonly counts: Readonly<Record<RowOutcome, number>>;
  /** The rows that were run, in the order of the dataset. */
  readonly rows: readonly RowScore[];
  /** Why it failed. */
  readonly error?: unknown;
}

/**
 * Sums up the rows that were run.
 *
 * @param dataset all rows; those that were run name them by their index
 */
export function summarize(
  dataset: readonly object[],
  rows: readonly RowScore[],
  cancelled: boolean,
): Evaluation {
  const counts = { scored: 0, unparsed: 0, 'program-error': 0, 'metric-error': 0, 'infrastructure-error': 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  const scores = rows.map(scoreOf).filter((score) => score !== undefined);
  const read = counts.scored + counts['metric-error'];
  const run = rows.length - counts['infrastructure-error'];
  const failure = failureOf(dataset, rows);
  return {
    outcome: failure !== undefined ? 'failed' : cancelled ? 'cancelled' : 'complete',
    mean: scores.length === 0 ? 0 : mean(scores),
    interval: scores.length === 0 ? { low: 0, high: 1, level: 0.95 } : bootstrapInterval(scores),
    parsed: { count: read, share: run === 0 ? 0 : read / run },
    counts,
    rows,
    ...(failure === undefined ? {} : { error: failure.error }),
  };
}

function failureOf(
  dataset: readonly object[],
  rows: readonly RowScore[],
): { readonly error: unknown } | undefined {
  const failed =
    rows.find(({ outcome }) => outcome === 'infrastructure-error') ??
    rows.find(({ outcome }) => outcome === 'metric-error');
  if (failed !== undefined && 'error' in failed) return { error: failed.error };
  // A program that throws on every row is a defect or a wrong set-up, not a score of 0.
  const [first] = rows;
  if (first?.outcome !== 'program-error' || rows.some(({ outcome }) => outcome !== 'program-error'))
    return undefined;
  return { error: new ProgramError(first.row, rowPlace(dataset[first.row] ?? {}), first.error) };
}
