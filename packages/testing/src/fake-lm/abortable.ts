import { setTimeout as sleep } from 'node:timers/promises';

/**
 * The promise, or a rejection as soon as the signal fires, whichever comes first. The work itself is not stopped.
 *
 * @throws Error with the signal's reason as its cause
 */
export async function abortable<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  let stop: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(new Error('The signal fired.', { cause: signal.reason }));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    if (stop !== undefined) signal.removeEventListener('abort', stop);
  }
}

/**
 * Waits, at most until the signal fires.
 *
 * @param milliseconds 0 does not wait at all
 */
export async function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  if (milliseconds > 0) await sleep(milliseconds, undefined, signal === undefined ? {} : { signal });
}
