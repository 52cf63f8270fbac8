import type { LanguageModel } from '@sigil/spec';
import { nameOfModel, openModel, type ModelSources } from './open-model.js';

/** What decides whether a model is looked for whose requests are only shown. */
export interface RequestModelSources extends Pick<ModelSources, 'option' | 'env' | 'config' | 'onWarning'> {
  /** Also one that has to be loaded, or whose service has to be asked for its name. */
  readonly atAnyCost: boolean;
}

/**
 * The model whose requests are shown. It is not called.
 *
 * @returns undefined where none is named, and for one that would have to be loaded or asked for
 */
export async function modelOfRequests(sources: RequestModelSources): Promise<LanguageModel | undefined> {
  const { option, env, config, onWarning, atAnyCost } = sources;
  const name = nameOfModel(sources);
  if (name === undefined && (config.lm === undefined || typeof config.lm === 'string')) return undefined;
  const isDear = name?.kind === 'llama' || (name?.kind === 'url' && name.model === undefined);
  if (isDear && option === undefined && !atAnyCost) return undefined;
  const { lm } = await openModel({
    option,
    env,
    config,
    concurrency: undefined,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    onWarning,
  });
  return lm;
}
