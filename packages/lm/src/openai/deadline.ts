/** The end of one request: when the caller says so, or when its time is up. */
export interface Deadline {
  /** Fires in both cases. */
  readonly signal: AbortSignal;
  /** True where it fired because time was up. */
  readonly expired: boolean;
  /** Stops the clock and lets go of the caller's signal. */
  clear(): void;
}

/**
 * Starts the clock. It listens to the caller's signal itself and takes its listener away again, since a signal that
 * lives as long as a program would otherwise collect one listener per request.
 *
 * @param milliseconds from now
 */
export function startDeadline(milliseconds: number, signal: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  let expired = false;
  const timer = setTimeout(() => {
    expired = true;
    controller.abort();
  }, milliseconds);
  const stop = (): void => controller.abort(signal?.reason);
  if (signal?.aborted) stop();
  else signal?.addEventListener('abort', stop, { once: true });
  return {
    signal: controller.signal,
    get expired() {
      return expired;
    },
    clear() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    },
  };
}
