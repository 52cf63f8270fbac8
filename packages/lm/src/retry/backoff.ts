import { RateLimitError, ServerError, type LanguageModelError } from '@sigil/spec';

/** How long to wait before a retry when the service does not say. */
export interface BackoffOptions {
  /** Before the first retry, in milliseconds. */
  readonly firstDelayMs: number;
  /** Never longer than this. */
  readonly longestDelayMs: number;
  /** From 0 to 1. */
  readonly random: () => number;
}

/**
 * The wait before a retry, in milliseconds: what the service asked for, to the letter; else a time that doubles with
 * each retry, between a half and the whole of it at random, so that many callers do not come back at one moment
 * ("equal jitter", M. Brooker, Exponential Backoff and Jitter, 2015).
 *
 * @param retry 1 for the first
 */
export function delayBefore(retry: number, error: LanguageModelError, options: BackoffOptions): number {
  if ((RateLimitError.isInstance(error) || ServerError.isInstance(error)) && error.retryAfter !== undefined) {
    return error.retryAfter;
  }
  const whole = Math.min(options.longestDelayMs, options.firstDelayMs * 2 ** (retry - 1));
  return whole * (0.5 + options.random() / 2);
}
