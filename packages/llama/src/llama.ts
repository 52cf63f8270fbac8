import { AbortedError, type LanguageModel } from '@sigil/spec';
import { loadModel } from './engine/load-model.js';
import { findFastWeights } from './requantize/fast-weights.js';
import type { LlamaProgress } from './weights/weights.js';

/** Which model runs in this process, and with how much of the machine. */
export interface LlamaOptions {
  /** A GGUF file, or `hf:organization/repository/file.gguf`. Beats `SIGIL_MODEL`. */
  readonly model?: string;
  /** Threads that evaluate tokens. The cores that are free when the model is loaded, unless given. */
  readonly maxThreads?: number;
  /**
   * Calls that run at the same time; the threads are shared out. For many calls two with one thread each are faster
   * than one with two. 1 unless given.
   */
  readonly parallel?: number;
  /** Prompt and reply together, in tokens. 4096, or what the model was trained with where that is less. */
  readonly contextTokens?: number;
  /** Where weights are kept. Beats `SIGIL_CACHE`; `~/.cache/sigil/models` unless given. */
  readonly cacheFolder?: string;
  /** Told of downloads and other work before the first call. */
  readonly onProgress?: (progress: LlamaProgress) => void;
  /** Told of what went wrong and was got around: a damaged file, a cache folder that cannot be written. */
  readonly onWarning?: (message: string) => void;
  /** Stops the loading. */
  readonly signal?: AbortSignal;
}

/**
 * A language model inside this process: no key, and no network once its weights are in the cache folder. Without
 * options and without `SIGIL_MODEL` it is SmolLM2-135M-Instruct.
 *
 * Replies are greedy unless a temperature is set, and the same for the same call, whatever was asked before. Another
 * kind of processor rounds differently and may answer differently.
 *
 * @throws WeightsError when no source has the weights, they are not the ones they should be, or the native library
 *   cannot be started here
 * @throws UsageError for a context that the model does not have, or numbers of threads or calls that make no sense
 * @throws CacheError when neither the cache folder nor a temporary one can be written
 * @throws AbortedError when the signal fires
 * @example
 * ```ts
 * const lm = await llama({ maxThreads: 1 });
 * const reply = await lm.doGenerate({ messages: [{ role: 'user', content: 'Say hello.' }] });
 * await lm.dispose?.();
 * ```
 */
export async function llama(options: LlamaOptions = {}): Promise<LanguageModel> {
  const { signal, onProgress = () => {}, onWarning = (message) => process.emitWarning(message) } = options;
  try {
    signal?.throwIfAborted();
    const request = { ...options, environment: process.env, onProgress, onWarning };
    return await loadModel(await findFastWeights(request), { ...options, onProgress });
  } catch (error) {
    if (signal?.aborted !== true) throw error;
    throw new AbortedError({ model: options.model ?? 'llama()', endpoint: 'llama', cause: error });
  }
}
