import {
  AbortedError,
  LanguageModelError,
  UsageError,
  type LanguageModel,
  type LMCall,
  type StreamPart,
} from '@sigil/spec';
import pRetry, { type RetryContext } from 'p-retry';
import { wrappedModel } from '../middleware/wrapped-model.js';
import { delayBefore } from './backoff.js';
import { systemClock, type Clock } from './clock.js';

/** One retry that is about to be waited for. */
export interface RetryEvent {
  readonly call: LMCall;
  /** What went wrong. */
  readonly error: LanguageModelError;
  /** 1 for the first. */
  readonly retry: number;
  /** The wait before it, in milliseconds. */
  readonly delayMs: number;
}

/** How often, how fast and how long to try. */
export interface RetryOptions {
  /** After the first attempt. 3 unless given. */
  readonly retries?: number;
  /** Before the first retry, in milliseconds; it doubles with each. 500 unless given. */
  readonly firstDelayMs?: number;
  /** 30 000 milliseconds unless given. What a service asks for may be longer. */
  readonly longestDelayMs?: number;
  /**
   * No retry starts later than this after the first attempt, in milliseconds. A wait that would be longer is not
   * begun: the error comes at once. 600 000 unless given.
   */
  readonly deadlineMs?: number;
  /** Called before each wait. */
  readonly onRetry?: (event: RetryEvent) => void;
  /** The machine's unless given. */
  readonly clock?: Clock;
  /** `Math.random` unless given. */
  readonly random?: () => number;
}

/**
 * Tries again what may succeed later: errors with `transient` set (rate limits, failures of the service, lost
 * connections), and only those. A `retry-after` is obeyed to the letter. A stream is tried again only before its
 * first part, since a part that was given cannot be taken back.
 *
 * @throws UsageError for options that make no sense
 * @example
 * ```ts
 * const lm = retry(openai('gpt-5-mini'), {
 *   retries: 5,
 *   onRetry: ({ error, delayMs }) => console.warn(error.message, delayMs),
 * });
 * ```
 */
export function retry(lm: LanguageModel, options: RetryOptions = {}): LanguageModel {
  const { retries = 3, deadlineMs = 600_000, clock = systemClock, random = Math.random, onRetry } = options;
  const backoff = {
    firstDelayMs: options.firstDelayMs ?? 500,
    longestDelayMs: options.longestDelayMs ?? 30_000,
    random,
  };
  checkNumbers({
    retries,
    deadlineMs,
    firstDelayMs: backoff.firstDelayMs,
    longestDelayMs: backoff.longestDelayMs,
  });

  function attempts<T>(call: LMCall, attempt: () => Promise<T>): Promise<T> {
    const start = clock.now();
    async function waitToRetry({ error, retriesConsumed }: RetryContext): Promise<boolean> {
      if (!LanguageModelError.isInstance(error) || !error.transient) return false;
      const delayMs = delayBefore(retriesConsumed + 1, error, backoff);
      if (clock.now() - start + delayMs > deadlineMs) return false;
      if (call.signal?.aborted) throw abortedInsteadOf(error);
      onRetry?.({ call, error, retry: retriesConsumed + 1, delayMs });
      try {
        await clock.sleep(delayMs, call.signal);
      } catch (cause) {
        if (call.signal?.aborted) throw abortedInsteadOf(error);
        throw cause;
      }
      return true;
    }
    // The waiting is ours: its own can neither obey a service nor be given a clock.
    return pRetry(attempt, { retries, minTimeout: 0, factor: 1, shouldRetry: waitToRetry });
  }

  return wrappedModel(lm, {
    doGenerate: (call) => attempts(call, () => lm.doGenerate(call)),
    doStream: (call) => streamFrom(() => attempts(call, () => begin(lm.doStream(call)))),
  });
}

/** A stream whose first part has come. */
interface BegunStream {
  readonly first: IteratorResult<StreamPart>;
  readonly rest: AsyncIterator<StreamPart>;
}

async function begin(stream: AsyncIterable<StreamPart>): Promise<BegunStream> {
  const rest = stream[Symbol.asyncIterator]();
  return { first: await rest.next(), rest };
}

async function* streamFrom(open: () => Promise<BegunStream>): AsyncGenerator<StreamPart> {
  const { first, rest } = await open();
  try {
    for (let part = first; !part.done; part = await rest.next()) yield part.value;
  } finally {
    await rest.return?.();
  }
}

function abortedInsteadOf({ model, endpoint }: LanguageModelError): AbortedError {
  return new AbortedError({ model, endpoint });
}

function checkNumbers(numbers: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(numbers)) {
    if (!(value >= 0))
      throw new UsageError(`Cannot retry with ${name} ${value}: wanted a number of 0 or more.`);
  }
}
