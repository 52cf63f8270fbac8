import type { Example } from './example.js';
import type { Prediction } from './prediction.js';
import type { Score } from './score.js';

/**
 * Judges a prediction against its row. A number from 0 to 1, a boolean (1 or 0), or a {@link Score}.
 *
 * @example
 * ```ts
 * const sameTeam: Metric<{ team: string }, { team: string }> = (row, answer) => row.team === answer.team;
 * ```
 */
export type Metric<E extends object = Example, P extends object = Prediction> = (
  example: E,
  prediction: P,
) => number | boolean | Score | Promise<number | boolean | Score>;
