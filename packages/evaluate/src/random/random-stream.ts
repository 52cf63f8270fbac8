import { createHash } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** A source of random numbers for one purpose. Reading it moves it on. */
export interface RandomStream {
  /** A whole number from `from` to `to`, both included, all equally likely. */
  uniformInt(from: number, to: number): number;
  /** A number from 0 to below 1, in steps of 2 ** -32. For millions of draws, where a whole number costs too much. */
  uniform(): number;
}

/**
 * The random stream of a seed and a name. Streams of different names are independent: one purpose, one name, so that
 * a draw that is added for one purpose moves nothing elsewhere.
 *
 * The state of the generator (xoroshiro128+) is the first 128 bits of the SHA-256 of both.
 *
 * @example
 * ```ts
 * stream(1, 'split').uniformInt(0, 9) === stream(1, 'split').uniformInt(0, 9); // -> true
 * ```
 */
export function stream(seed: number, name: string): RandomStream {
  const digest = createHash('sha256')
    .update(JSON.stringify([seed, name]))
    .digest();
  const generator = xoroshiro128plusFromState([0, 4, 8, 12].map((at) => digest.readInt32LE(at)));
  return {
    uniformInt: (from, to) => uniformInt(generator, from, to),
    uniform: () => (generator.next() >>> 0) / 2 ** 32,
  };
}
