import type { LanguageModel } from '@sigil/spec';
import { countCalls, type CountedModel } from './count-calls.js';
import { patientModel } from './patient-model.js';
import { retryNotice } from './retry-notice.js';

/** How replies are had and kept. */
export interface KeptModelOptions {
  /** Absolute; undefined asks the model each time. */
  readonly cacheFolder: string | undefined;
  /** Told of retries, and of a cache that cannot be used. */
  readonly onWarning: (text: string) => void;
}

/** A model with retries, a cache and a counter around it. */
export interface KeptModel extends CountedModel {
  /** Replies are kept for a later run. */
  keepsReplies(): boolean;
}

/** Puts retries, the cache on disk and a counter around a model. A reply from the cache costs no retry and no call. */
export async function keptModel(lm: LanguageModel, options: KeptModelOptions): Promise<KeptModel> {
  const { cacheFolder, onWarning } = options;
  const { retry } = await import('@sigil/lm/retry');
  const retried = retry(lm, { onRetry: retryNotice(onWarning) });
  if (cacheFolder === undefined) return { ...countCalls(patientModel(retried)), keepsReplies: () => false };
  const { diskCache } = await import('@sigil/lm/disk-cache');
  let works = true;
  const cached = diskCache(retried, {
    folder: cacheFolder,
    onWarning: ({ message }) => {
      works = false;
      onWarning(message);
    },
  });
  return { ...countCalls(patientModel(cached)), keepsReplies: () => works };
}
