import path from 'node:path';
import type { llama } from '@sigil/llama';
import { UsageError, type LanguageModel } from '@sigil/spec';
import { isLanguageModel } from '../config/check-config.js';
import type { SigilConfig } from '../config/sigil-config.js';
import { modelName, type ModelName } from './model-name.js';
import { onlyModelOf } from './only-model-of.js';

/** A model that a command may call. */
export interface OpenedModel {
  readonly lm: LanguageModel;
  /** It runs in this process, one call at a time unless the command asked for more. */
  readonly embedded: boolean;
}

/** Where a model may come from. */
export interface ModelSources {
  /** `--lm`. */
  readonly option: string | undefined;
  readonly env: NodeJS.ProcessEnv;
  readonly config: SigilConfig;
  /** Calls that the command would run at the same time. */
  readonly concurrency: number | undefined;
  readonly signal: AbortSignal;
  /** Told what takes its time before the first call: a download, in words, and its share from 0 to 1. */
  readonly onProgress: (what: string, share: number | undefined) => void;
  readonly onWarning: (text: string) => void;
}

/**
 * The model that `--lm` names, else `SIGIL_MODEL`, else `lm` of the configuration.
 *
 * @throws UsageError when none is named or a name is of no known form; WeightsError when weights cannot be had
 */
export async function openModel(sources: ModelSources): Promise<OpenedModel> {
  const name = nameOfModel(sources);
  if (name !== undefined) return named(name, sources);
  const { lm } = sources.config;
  if (typeof lm === 'function') return { lm: checked(await lm()), embedded: false };
  if (typeof lm === 'object') return { lm, embedded: false };
  throw new UsageError(
    `Cannot call a model: none was named. Give --lm llama (a small model in this process, no key) or --lm openai:MODEL ` +
      `(key in OPENAI_API_KEY), set SIGIL_MODEL, or write lm: 'llama' into sigil.config.ts.`,
  );
}

/**
 * The name of the model that would be opened. Undefined where there is none, and for one that the configuration makes
 * itself.
 *
 * @throws UsageError for a name of no known form
 */
export function nameOfModel({
  option,
  env,
  config: { lm },
}: Pick<ModelSources, 'option' | 'env' | 'config'>): ModelName | undefined {
  if (option !== undefined) return modelName(option, '--lm');
  const variable = env.SIGIL_MODEL?.trim();
  if (variable !== undefined && variable !== '') return nameOfVariable(variable);
  return typeof lm === 'string' ? modelName(lm, 'lm in the configuration') : undefined;
}

function checked(lm: LanguageModel): LanguageModel {
  if (isLanguageModel(lm)) return lm;
  throw new UsageError(
    `Cannot call a model: the function 'lm' of the configuration gave something else, ` +
      `wanted an object with modelId, prepare, doGenerate and doStream.`,
  );
}

/** Paths and `hf:` URIs in `SIGIL_MODEL` are read by llama() itself, whose errors then name the variable. */
function nameOfVariable(text: string): ModelName {
  return /^(?:https?:\/\/|openai:)/.test(text)
    ? modelName(text, 'SIGIL_MODEL')
    : { kind: 'llama', weights: undefined };
}

async function named(name: ModelName, sources: ModelSources): Promise<OpenedModel> {
  if (name.kind === 'llama') return { lm: await embedded(name.weights, sources), embedded: true };
  const { openai } = await import('@sigil/lm/openai');
  if (name.kind === 'openai') return { lm: openai(name.model), embedded: false };
  const { baseURL, key } = name;
  const model = name.model ?? (await onlyModelOf(baseURL, key ?? sources.env.OPENAI_API_KEY, sources.signal));
  return { lm: openai(model, { baseURL, ...(key === undefined ? {} : { apiKey: key }) }), embedded: false };
}

async function embedded(
  weights: string | undefined,
  { signal, concurrency, onProgress, onWarning }: ModelSources,
): Promise<LanguageModel> {
  const start = await importLlama();
  return start({
    ...(weights === undefined ? {} : { model: weights }),
    ...(concurrency === undefined ? {} : { parallel: concurrency }),
    signal,
    onProgress: ({ phase, source, fraction }) => onProgress(`${phase} ${path.basename(source)}`, fraction),
    onWarning,
  });
}

/** It brings builds of llama.cpp, hundreds of megabytes: who calls a service only does without. */
async function importLlama(): Promise<typeof llama> {
  try {
    return (await import('@sigil/llama')).llama;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code !== 'ERR_MODULE_NOT_FOUND') throw cause;
    throw new UsageError(
      `Cannot call the model in this process: the package '@sigil/llama' is not installed. ` +
        `Run 'npm install --save-dev @sigil/llama', or name another model: --lm openai:gpt-5-mini.`,
      { cause },
    );
  }
}
