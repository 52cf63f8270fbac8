import { MetricError, type Metric, type Score } from '@sigil/spec';
import { rowPlace } from '../dataset/row-place.js';
import { copyOf } from './copy-of.js';

/** A metric with the name that errors and records give it. */
export interface NamedMetric<E extends object, P extends object> {
  readonly name: string;
  readonly metric: Metric<E, P>;
}

/**
 * The score of a row. True is 1, false is 0.
 *
 * @param row index, from 0, for the error
 * @throws MetricError when the metric throws, or gives anything but a number from 0 to 1, a boolean or a score
 */
export async function scoreRow<E extends object, P extends object>(
  { name, metric }: NamedMetric<E, P>,
  row: number,
  example: E,
  prediction: P,
): Promise<Score> {
  let result: unknown;
  try {
    // Copies: a metric that sorts a list in its place must not change the row for the next candidate, nor a demo.
    result = await metric(copyOf(example), copyOf(prediction));
  } catch (error) {
    throw new MetricError(
      name,
      row,
      `threw ${error instanceof Error ? error.message : String(error)}`,
      error,
      rowPlace(example),
    );
  }
  const score = toScore(result);
  if (score === undefined)
    throw new MetricError(name, row, `gave ${describe(result)}`, undefined, rowPlace(example));
  return score;
}

function toScore(result: unknown): Score | undefined {
  if (typeof result === 'boolean') return { value: result ? 1 : 0 };
  if (typeof result === 'number') return result >= 0 && result <= 1 ? { value: result } : undefined;
  if (typeof result !== 'object' || result === null || !('value' in result)) return undefined;
  const { value } = result;
  if (typeof value !== 'number' || !(value >= 0 && value <= 1)) return undefined;
  const feedback = 'feedback' in result ? result.feedback : undefined;
  if (feedback === undefined) return { value };
  return typeof feedback === 'string' ? { value, feedback } : undefined;
}

function describe(result: unknown): string {
  if (typeof result === 'string') return JSON.stringify(result);
  if (typeof result !== 'object' || result === null) return String(result);
  if (!('value' in result)) return 'an object without a value';
  // A value that would do: then it is the feedback that does not.
  return toScore({ value: result.value }) === undefined
    ? `a score with the value ${String(result.value)}`
    : 'a score with a feedback that is no text';
}
