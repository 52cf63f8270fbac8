import type { RunEvent, RunOptions } from '@sigil/spec';

/** Options of a run that is watched and can be stopped, beside what the caller gave. */
export function watched(
  options: RunOptions,
  onEvent: (event: RunEvent) => void,
  signal: AbortSignal,
): RunOptions {
  return {
    ...options,
    signal: options.signal === undefined ? signal : AbortSignal.any([options.signal, signal]),
    onEvent(event) {
      options.onEvent?.(event);
      onEvent(event);
    },
  };
}
