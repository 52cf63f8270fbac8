import { quantileSorted } from 'simple-statistics';
import { stream } from '../random/random-stream.js';
import { wilsonInterval } from './wilson-interval.js';

/** Where the mean would lie if other rows had been drawn. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** Share of such intervals that hold the true mean: 0.95. */
  readonly level: number;
}

/** How an interval is drawn. */
export interface IntervalOptions {
  /** 0.95 unless given. */
  readonly level?: number;
  /** 0 unless given. */
  readonly seed?: number;
  /** 1,000 unless given. */
  readonly resamples?: number;
}

/**
 * A confidence interval of a mean score: the percentile bootstrap (Efron 1979). Where all scores are the same, a single
 * one included, every resample is like the sample and would give an interval without width, however few they are;
 * there it is the interval of a share (Wilson 1927). No scores from 0 to 1 with that mean vary more than those that are
 * 0 or 1 only, so that it is wide enough for other scores too.
 *
 * @param values scores from 0 to 1, at least one
 * @throws RangeError for other values
 * @example
 * ```ts
 * bootstrapInterval([1, 0, 1, 1, 0, 1, 1, 1]); // -> { low: 0.375, high: 1, level: 0.95 }
 * bootstrapInterval([0, 0, 0, 0, 0, 0, 0, 0]).high.toFixed(3); // -> '0.324'
 * ```
 */
export function bootstrapInterval(values: readonly number[], options: IntervalOptions = {}): Interval {
  const { level = 0.95, seed = 0, resamples = 1000 } = options;
  const [first] = values;
  if (first === undefined || !values.every((value) => value >= 0 && value <= 1))
    throw new RangeError('Cannot give an interval: expected at least one score, all of them from 0 to 1.');
  if (values.every((value) => value === first))
    return { ...wilsonInterval(first, values.length, level), level };
  const random = stream(seed, 'bootstrap-interval');
  const means = Float64Array.from({ length: resamples }, () => {
    let sum = 0;
    for (let drawn = 0; drawn < values.length; drawn += 1) {
      sum += values[Math.floor(random.uniform() * values.length)] ?? 0;
    }
    return sum / values.length;
  });
  const sorted = [...means.sort()];
  const tail = (1 - level) / 2;
  return { low: quantileSorted(sorted, tail), high: quantileSorted(sorted, 1 - tail), level };
}
