import type { RowScore } from '@sigil/evaluate';
import { percent } from '../terminal/number-text.js';
import type { ProgressState } from '../terminal/progress-line.js';

/**
 * Reads how far an evaluation is from its finished rows.
 *
 * @param total rows of the dataset
 * @param metric its name stands before the running score
 * @param label what is done: `evaluating`
 */
export function evalProgress(
  total: number,
  metric: string,
  label = 'evaluating',
): (row: RowScore) => ProgressState {
  let done = 0;
  let sum = 0;
  let parsed = 0;
  return (row) => {
    // Without a score a row is not done: no reply could be had, or the metric is broken.
    if ('score' in row) {
      done += 1;
      sum += row.score;
    }
    if (row.outcome === 'scored') parsed += 1;
    const notes = done === 0 ? [] : [`${metric} ${percent(sum / done)}`, `parsed ${percent(parsed / done)}`];
    return { label, done, total, notes };
  };
}
