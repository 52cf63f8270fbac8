import { quantileSorted } from 'simple-statistics';
import { stream } from '../random/random-stream.js';

/** Where the mean would lie if other rows had been drawn. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** Share of such intervals that hold the true mean: 0.95. */
  readonly level: number;
}

/** How an interval is drawn. */
export interface BootstrapOptions {
  /** 0.95 unless given. */
  readonly level?: number;
  /** 0 unless given. */
  readonly seed?: number;
  /** 1,000 unless given. */
  readonly resamples?: number;
}

/**
 * A confidence interval of a mean: the percentile bootstrap (Efron 1979). Values that are all the same give an interval
 * without width, however few they are.
 *
 * @param values at least one
 * @example
 * ```ts
 * bootstrapInterval([1, 0, 1, 1, 0, 1, 1, 1]); // { low: 0.375, high: 1, level: 0.95 }, or near it
 * ```
 */
export function bootstrapInterval(values: readonly number[], options: BootstrapOptions = {}): Interval {
  const { level = 0.95, seed = 0, resamples = 1000 } = options;
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
