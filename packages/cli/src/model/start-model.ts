import path from 'node:path';
import type { Project } from '../project/open-project.js';
import type { LongWork } from '../terminal/long-work.js';
import { keptModel, type KeptModel } from './kept-model.js';
import { openModel } from './open-model.js';

/** What the commands that call a model share. */
export interface ModelOptions {
  readonly lm?: string;
  readonly concurrency?: number;
  /** False for `--no-cache`. */
  readonly cache: boolean;
}

/** A model that is ready for a run. */
export interface StartedModel extends KeptModel {
  /** Calls that run at the same time. */
  readonly concurrency: number;
}

/** Where `--no-cache` does not say otherwise, relative to the project. */
const usualCacheFolder = '.sigil/cache';

/**
 * Opens a model as the options, the environment and the configuration say, with retries and the cache around it.
 *
 * @param name in the place of `--lm`
 */
export async function startModel(
  project: Project,
  env: NodeJS.ProcessEnv,
  options: ModelOptions,
  work: LongWork,
  name = options.lm,
): Promise<StartedModel> {
  const { config, root } = project;
  const concurrency = options.concurrency ?? config.concurrency;
  const { lm, embedded } = await openModel({
    option: name,
    env,
    config,
    concurrency,
    signal: work.signal,
    onProgress: (label, share) =>
      work.progress.update({
        label,
        done: Math.round((share ?? 0) * 100),
        total: share === undefined ? 0 : 100,
        percent: true,
        notes: [],
      }),
    onWarning: work.warn,
  });
  const cacheFolder = options.cache ? path.resolve(root, config.cacheFolder ?? usualCacheFolder) : undefined;
  const counted = await keptModel(lm, { cacheFolder, onWarning: work.warn });
  return {
    ...counted,
    concurrency: concurrency ?? (embedded ? 1 : 8),
  };
}
