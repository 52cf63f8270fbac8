import type { CallSettings, LanguageModel, Metric } from '@sigil/spec';

/** What `sigil.config.ts` may say. Everything is optional. */
export interface SigilConfig {
  /** Another configuration, relative to this one, for what this one does not say. */
  readonly extends?: string;
  /** Globs of the source files with decorated classes, relative to the config file. Default: all under `src`. */
  readonly include?: readonly string[];
  /** The tsconfig that covers the decorated classes, relative to the config file. Default: `tsconfig.json`, or the one that it references for `src`. */
  readonly tsconfig?: string;
  /**
   * The model of `sigil eval` and `sigil optimize`: what `--lm` takes (`'llama'`, `'openai:gpt-5-mini'`), a model, or
   * a function that makes one when it is needed.
   */
  readonly lm?: string | LanguageModel | (() => LanguageModel | Promise<LanguageModel>);
  /** How the model should answer: `{ maxOutputTokens: 200 }`. */
  readonly settings?: CallSettings;
  /**
   * How often a reply that cannot be used is shown to the model with its error. A predictor of a program that says it
   * itself keeps its own number. Default: 1.
   */
  readonly maxReasks?: number;
  /**
   * What holds for one signature or program alone, by its id (`src/review.ts#Review`) or its name. It comes before what
   * is said for all.
   */
  readonly targets?: Readonly<Record<string, TargetConfig>>;
  /** Metrics by the name that `--metric` takes. */
  readonly metrics?: Readonly<Record<string, Metric>>;
  /** Calls that run at the same time. Default: 8; 1 for a model inside the process. */
  readonly concurrency?: number;
  /** Where replies are kept, relative to the config file. Default: `.sigil/cache`. */
  readonly cacheFolder?: string;
}

/** What a configuration may say of one signature or program. */
export type TargetConfig = Pick<SigilConfig, 'settings' | 'maxReasks'>;

/**
 * Gives a configuration its types. It returns what it is given.
 *
 * @example
 * ```ts
 * // sigil.config.ts
 * import { defineConfig } from '@sigil/cli';
 *
 * export default defineConfig({ lm: 'openai:gpt-5-mini', concurrency: 16 });
 * ```
 */
export function defineConfig(config: SigilConfig): SigilConfig {
  return config;
}
