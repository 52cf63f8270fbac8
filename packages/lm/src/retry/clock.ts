import { performance } from 'node:perf_hooks';
import { setTimeout as timer } from 'node:timers/promises';

/** Time, as retries see it. A test gives its own. */
export interface Clock {
  /** Milliseconds since any fixed moment. */
  now(): number;
  /** Comes back after that many milliseconds, never sooner, and rejects as soon as the signal fires. */
  sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void>;
}

/** Node's timers hold 31 bits. */
const longestTimer = 2 ** 31 - 1;

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => performance.now(),
  async sleep(milliseconds, signal) {
    const end = performance.now() + milliseconds;
    // A timer may fire a fraction of a millisecond early.
    for (let left = milliseconds; left > 0; left = end - performance.now()) {
      await timer(Math.min(Math.ceil(left), longestTimer), undefined, signal === undefined ? {} : { signal });
    }
  },
};
