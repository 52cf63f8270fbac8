import type { Example } from '@sigil/spec';
import { datasetHash } from '../dataset/dataset-hash.js';
import type { Evaluation } from '../run/evaluation.js';
import { scoreOf } from '../run/row-score.js';

/** What an evaluation leaves: enough to compare it with another one, row by row. Plain data, no time, no paths. */
export interface EvaluationRecord {
  readonly format: 1;
  /** Id of the class. */
  readonly program: string;
  readonly model: string;
  /** Content hash of the artifact that was run, state included. */
  readonly artifact: string;
  readonly metric: string;
  /** Content hash of the rows, in their order. */
  readonly dataset: string;
  readonly outcome: Evaluation['outcome'];
  readonly mean: number;
  readonly interval: Evaluation['interval'];
  readonly parsed: Evaluation['parsed'];
  readonly counts: Evaluation['counts'];
  /** By row of the dataset; null for a row without a score. */
  readonly scores: readonly (number | null)[];
}

/**
 * The record of an evaluation.
 *
 * @param of what was evaluated
 * @param rows the dataset that was evaluated
 * @throws TypeError for rows with values that JSON cannot hold
 * @example
 * ```ts
 * const evaluation = await evaluate({ program, dataset: rows, lm, metric: exactMatch });
 * const artifact = contentHash(Ticket.artifact.spec);
 * const of = { program: 'src/ticket.ts#Ticket', model: lm.modelId, artifact, metric: 'exact-match' };
 * evaluationRecord(of, rows, evaluation).mean; // -> 1
 * ```
 */
export function evaluationRecord(
  of: Pick<EvaluationRecord, 'program' | 'model' | 'artifact' | 'metric'>,
  rows: readonly Example[],
  evaluation: Evaluation,
): EvaluationRecord {
  const scores = new Map(evaluation.rows.map((row) => [row.row, scoreOf(row)]));
  const { outcome, mean, interval, parsed, counts } = evaluation;
  const { program, model, artifact, metric } = of;
  return {
    format: 1,
    program,
    model,
    artifact,
    metric,
    dataset: datasetHash(rows),
    outcome,
    mean,
    interval,
    parsed,
    counts,
    scores: rows.map((_, at) => scores.get(at) ?? null),
  };
}
