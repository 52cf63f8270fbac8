import { MetricError, type Metric, type Prediction, type Program, type RolloutReply } from '@sigil/spec';
import { programFields } from '../dataset/program-fields.js';
import { scoreRow } from '../metric/score-row.js';
import type { RowScore } from './row-score.js';

/**
 * A function that scores a reply: the metric for a prediction, 0 for a reply that cannot be read or a program that
 * threw, no score for an outage. It gives `undefined` for a row that was not run.
 *
 * @param dataset the rows that the rollouts name by their index
 * @param metricName for errors; the name of the function unless given
 * @throws RangeError, from the function, for a rollout whose row the dataset does not have
 * @example
 * ```ts
 * const score = rowScorer(program, rows, exactMatch.on('team'));
 * const rollouts = rows.map((example, row) => ({ candidate: 'bare', row, example, repetition: 0 }));
 * const [reply] = await inProcessExecutor({ program, lm }).run(rollouts, { trace: true });
 * const scored = reply === undefined ? undefined : await score(reply);
 * scored?.outcome; // -> 'scored'
 * ```
 */
export function rowScorer<E extends object, P extends object>(
  program: Program,
  dataset: readonly E[],
  metric: Metric<E, P>,
  metricName: string = metric.name,
): (reply: RolloutReply) => Promise<RowScore | undefined> {
  const absent = absentOutputs(program);
  return async (reply) => {
    const { row } = reply.rollout;
    switch (reply.status) {
      case 'cancelled':
        return undefined;
      case 'unparsed':
        return { row, outcome: 'unparsed', score: 0, error: reply.error };
      case 'program-error':
        return { row, outcome: 'program-error', score: 0, error: reply.error };
      case 'infrastructure-error':
        return { row, outcome: 'infrastructure-error', error: reply.error };
      case 'predicted':
        break;
    }
    const { prediction } = reply;
    const example = dataset[row];
    if (example === undefined)
      throw new RangeError(`Cannot score row ${row + 1}: the dataset has ${dataset.length}.`);
    try {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the program answered, by its own type
      const complete = { ...absent, ...prediction } as unknown as P;
      const { value, feedback } = await scoreRow({ name: metricName, metric }, row, example, complete);
      return {
        row,
        outcome: 'scored',
        score: value,
        ...(feedback === undefined ? {} : { feedback }),
        prediction,
      };
    } catch (error) {
      if (MetricError.isInstance(error)) return { row, outcome: 'metric-error', error, prediction };
      throw error;
    }
  };
}

/** An optional output that was left out is still an output: a metric sees it as undefined, and can miss it. */
function absentOutputs(program: Program): Prediction {
  const { outputs = [] } = programFields(program);
  return Object.fromEntries(outputs.map(({ name }) => [name, undefined]));
}
