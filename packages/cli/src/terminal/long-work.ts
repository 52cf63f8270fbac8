import { onInterrupt } from './interrupt.js';
import { startProgress, type Progress } from './progress.js';
import type { Shell } from './shell.js';

/** Something that takes its time: it shows how far it is, and Ctrl-C stops it. */
export interface LongWork {
  /** Aborted by the first Ctrl-C. */
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /** Shows a warning above the progress. The same one is not shown again within a few seconds. */
  warn(text: string): void;
  /** Takes the progress away and gives Ctrl-C back. */
  end(): void;
}

/** A burst of refused calls is one warning, in milliseconds. */
const sameWarningMs = 5000;

/** Begins something long. End it in a `finally`. */
export function startWork(shell: Shell): LongWork {
  const { err } = shell.terminal;
  const progress = startProgress(err, shell.now);
  const { signal, release } = onInterrupt(
    () =>
      progress.interject(
        'Stopping after the calls that are under way. What came back is kept; Ctrl-C again ends at once.',
      ),
    () => progress.end(),
  );
  const warnedAt = new Map<string, number>();
  return {
    signal,
    progress,
    warn(text) {
      const now = shell.now();
      if (now - (warnedAt.get(text) ?? -Infinity) < sameWarningMs) return;
      warnedAt.set(text, now);
      progress.interject(`${err.paint.yellow('warning')} ${text}`);
    },
    end() {
      progress.end();
      release();
    },
  };
}
