import type { RetryEvent } from '@sigil/lm/retry';

/** How long no second wait is told, however short the first one is, in milliseconds. */
const QUIET_MS = 1000;

/**
 * Tells of waits, one line for each time: calls that run at once are refused at once, and each of them waits. While a
 * wait that was told goes on, others of its kind are not told.
 *
 * @param now milliseconds since any fixed moment
 */
export function retryNotice(
  onWarning: (text: string) => void,
  now: () => number = () => performance.now(),
): (event: RetryEvent) => void {
  const toldUntil = new Map<string, number>();
  return ({ error, delayMs }) => {
    const kind = `${error.code} ${error.endpoint}`;
    if (now() < (toldUntil.get(kind) ?? -Infinity)) return;
    toldUntil.set(kind, now() + Math.max(delayMs, QUIET_MS));
    onWarning(`${error.message} Next try in ${Math.ceil(delayMs / 1000)} s.`);
  };
}
