import { mean } from 'simple-statistics';
import { stream, type RandomStream } from '../random/random-stream.js';

/** How the test is run. */
export interface PermutationOptions {
  /** 0 unless given. */
  readonly seed?: number;
  /** Random sign flips, where there are too many to try all. 10,000 unless given. */
  readonly permutations?: number;
}

/** What the test found. */
export interface PermutationTest {
  /** Mean of `a - b`. */
  readonly difference: number;
  /** How often a difference this large or larger comes of chance alone, if both were the same. */
  readonly p: number;
}

/** Above this many pairs that differ, sign flips are drawn; up to it all are tried (65,536). */
const exactUpTo = 16;

/**
 * One-sided paired permutation test (Fisher 1935): are the scores `a` higher than the scores `b` of the same rows?
 * Under no difference the sign of each pair's difference is a coin flip. All flips are tried where at most 16 pairs
 * differ; otherwise flips are drawn, and the observed one counts as one of them (Phipson and Smyth 2010), so that p is
 * never 0. Where all pairs differ the same way, n of them have a p of 0.5 ** n: 5 pairs are the fewest for 0.05. Where
 * none differs p is 1.
 *
 * @param a scores by row
 * @param b scores of the same rows, in the same order
 * @throws RangeError when there are not as many of both
 * @example
 * ```ts
 * pairedPermutationTest([1, 1, 1, 1, 1], [0, 0, 0, 0, 0]); // -> { difference: 1, p: 0.03125 }
 * ```
 */
export function pairedPermutationTest(
  a: readonly number[],
  b: readonly number[],
  options: PermutationOptions = {},
): PermutationTest {
  if (a.length !== b.length)
    throw new RangeError(`Cannot pair ${a.length} scores with ${b.length}: expected as many.`);
  if (a.length === 0) return { difference: 0, p: 1 };
  const differences = a.map((value, at) => value - (b[at] ?? 0));
  const flippable = differences.filter((value) => value !== 0);
  const { seed = 0, permutations = 10_000 } = options;
  const p =
    flippable.length <= exactUpTo
      ? exact(flippable)
      : drawn(flippable, permutations, stream(seed, 'paired-permutation-test'));
  return { difference: mean(differences), p };
}

// Sums of the same numbers in other orders differ by rounding errors, which must not break ties.
const slack = 1e-9;

function exact(differences: readonly number[]): number {
  const observed = sum(differences) - slack;
  const flips = 2 ** differences.length;
  let asLarge = 0;
  for (let flip = 0; flip < flips; flip += 1) {
    const total = differences.reduce((at, value, bit) => at + ((flip >> bit) & 1 ? -value : value), 0);
    if (total >= observed) asLarge += 1;
  }
  return asLarge / flips;
}

function drawn(differences: readonly number[], permutations: number, random: RandomStream): number {
  const observed = sum(differences) - slack;
  let asLarge = 1;
  for (let permutation = 0; permutation < permutations; permutation += 1) {
    const total = differences.reduce((at, value) => at + (random.uniform() < 0.5 ? -value : value), 0);
    if (total >= observed) asLarge += 1;
  }
  return asLarge / (permutations + 1);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
