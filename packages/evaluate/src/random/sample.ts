import type { RandomStream } from './random-stream.js';

/**
 * A new array with the same items in random order (Fisher-Yates); every order is equally likely.
 *
 * @example
 * ```ts
 * shuffle(['a', 'b', 'c'], stream(1, 'order'));
 * ```
 */
export function shuffle<T>(items: readonly T[], random: RandomStream): T[] {
  return sample(items, items.length, random);
}

/**
 * `count` different items in random order, or all of them where there are fewer.
 *
 * @example
 * ```ts
 * sample(['a', 'b', 'c'], 2, stream(1, 'demos')).length; // -> 2
 * ```
 */
export function sample<T>(items: readonly T[], count: number, random: RandomStream): T[] {
  const left = [...items];
  const drawn: T[] = [];
  while (drawn.length < count && left.length > 0) {
    const at = random.uniformInt(0, left.length - 1);
    // The last item takes the place of the drawn one, so that a draw costs the same in a long array.
    const last = left.splice(-1);
    drawn.push(...(at < left.length ? left.splice(at, 1, ...last) : last));
  }
  return drawn;
}
