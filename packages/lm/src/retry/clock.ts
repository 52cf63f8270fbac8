/** Time, as retries see it. A test gives its own. */
export interface Clock {
  /** Milliseconds since any fixed moment. */
  now(): number;
  /** Comes back after that many milliseconds, never sooner, and rejects as soon as the signal fires. */
  sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void>;
}

/** Timers hold 31 bits. */
const longestTimer = 2 ** 31 - 1;

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => performance.now(),
  async sleep(milliseconds, signal) {
    const end = performance.now() + milliseconds;
    // A timer may fire a fraction of a millisecond early.
    for (let left = milliseconds; left > 0; left = end - performance.now()) {
      await timer(Math.min(Math.ceil(left), longestTimer), signal);
    }
  },
};

/** Not Node's own: edge workers have timers too, but no `node:timers`. */
function timer(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(running);
      reject(new DOMException('The wait was aborted.', 'AbortError'));
    };
    const running = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal?.aborted === true) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}
