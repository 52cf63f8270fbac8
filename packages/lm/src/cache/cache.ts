import { UsageError, type LanguageModel, type LMReply } from '@sigil/spec';
import { LRUCache } from 'lru-cache';
import { cachedModel } from './cached-model.js';

/** How much a cache in memory holds. */
export interface CacheOptions {
  /** 64 MiB unless given. The replies that were used last stay. */
  readonly maxBytes?: number;
}

/**
 * Keeps whole replies in memory: the same request with the same rollout number is answered at once, with `cached`
 * set. Errors, replies that were cut off and empty ones are not kept. Of identical calls at one time one goes out.
 *
 * @throws UsageError for a size that makes no sense
 * @example
 * ```ts
 * const lm = cache(retry(openai('gpt-5-mini')));
 * ```
 */
export function cache(lm: LanguageModel, options: CacheOptions = {}): LanguageModel {
  const { maxBytes = 64 * 2 ** 20 } = options;
  if (!Number.isInteger(maxBytes) || maxBytes <= 0) {
    throw new UsageError(`Cannot make a cache of ${maxBytes} bytes: wanted a whole number above 0.`);
  }
  const replies = new LRUCache<string, LMReply>({ maxSize: maxBytes, sizeCalculation: bytesOf });
  return cachedModel(lm, {
    get: async (key) => replies.get(key),
    set: async (key, reply) => void replies.set(key, reply),
    dispose: async () => replies.clear(),
  });
}

/** About what an entry takes: two bytes a character, and the objects around them. */
function bytesOf(reply: LMReply, key: string): number {
  return 2 * (key.length + reply.text.length + reply.model.length) + 200;
}
