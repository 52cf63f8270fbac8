import type { MetricError, Prediction, SigilError, TraceStep } from '@sigil/spec';

/** What came of one row. Every row that was run has exactly one outcome. */
export type RowScore = {
  /** Index of the row in its dataset, from 0. */
  readonly row: number;
  /** Kept only when asked for. */
  readonly trace?: readonly TraceStep[];
} & (
  | {
      readonly outcome: 'scored';
      readonly score: number;
      readonly feedback?: string;
      readonly prediction: Prediction;
    }
  /** The reply could not be parsed or broke a constraint. */
  | { readonly outcome: 'unparsed'; readonly score: 0; readonly error: SigilError }
  /** The program threw. */
  | { readonly outcome: 'program-error'; readonly score: 0; readonly error: unknown }
  /** The metric gave no score. */
  | { readonly outcome: 'metric-error'; readonly error: MetricError; readonly prediction: Prediction }
  /** No reply could be had. */
  | { readonly outcome: 'infrastructure-error'; readonly error: SigilError }
);

/** How a row can end. */
export type RowOutcome = RowScore['outcome'];

/** The score of a row that counts in the mean; `undefined` where there is none. */
export function scoreOf(row: RowScore): number | undefined {
  return 'score' in row ? row.score : undefined;
}
