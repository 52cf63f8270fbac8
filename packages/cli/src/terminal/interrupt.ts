import { interruptedExitCode } from './exit-codes.js';

/** Ctrl-C while something long runs. */
export interface Interrupt {
  readonly signal: AbortSignal;
  /** Gives Ctrl-C back to Node. */
  release(): void;
}

/**
 * Turns the first Ctrl-C (or SIGTERM) into an abort, so that what was paid for is kept. The second ends the process
 * at once.
 *
 * @param onFirst says that the run is stopping
 * @param onSecond leaves the terminal as it was
 */
export function onInterrupt(onFirst: () => void, onSecond: () => void): Interrupt {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) {
      onSecond();
      process.exit(interruptedExitCode);
    }
    controller.abort();
    onFirst();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return {
    signal: controller.signal,
    release() {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}
