import { UsageError, WeightsError } from '@sigil/spec';
import type { LlamaContextSequence, LlamaModel } from 'node-llama-cpp';
import type { JinjaTemplate } from '../prompt/chat-template.js';
import type { LlamaProgress, Weights } from '../weights/weights.js';
import { EmbeddedModel } from './embedded-model.js';
import { watchFreeCores } from './free-cores.js';
import { batchTokens } from './kept-prompt.js';
import { native } from './native.js';

/** How a model is loaded. */
export interface LoadOptions {
  readonly maxThreads?: number | undefined;
  readonly contextTokens?: number | undefined;
  readonly parallel?: number | undefined;
  readonly onProgress: (progress: LlamaProgress) => void;
  readonly signal?: AbortSignal | undefined;
}

const defaultContextTokens = 4096;

/**
 * Loads weights and makes a model of them.
 *
 * @throws WeightsError when the file is damaged or has no chat template
 * @throws UsageError for a context that the model does not have, or numbers of threads or calls that make no sense
 */
export async function loadModel(weights: Weights, options: LoadOptions): Promise<EmbeddedModel> {
  const freeCores = watchFreeCores();
  const llama = await native();
  const model = await llama
    .loadModel({
      modelPath: weights.path,
      onLoadProgress: (fraction) => options.onProgress({ phase: 'load', source: weights.path, fraction }),
      ...(options.signal === undefined ? {} : { loadSignal: options.signal }),
    })
    .catch((cause: unknown) => {
      if (options.signal?.aborted === true) throw cause;
      throw unusable(
        weights,
        `the native library refused it (${refusalOf(cause)}). It is damaged, or of a kind that llama.cpp does not know: ` +
          `get it again, or take another one`,
        cause,
      );
    });
  try {
    const template = await templateOf(model, weights);
    const contextTokens = contextTokensOf(model, options.contextTokens);
    const parallel = wholeNumber('parallel', options.parallel) ?? 1;
    const threads = wholeNumber('maxThreads', options.maxThreads) ?? (await freeCores());
    const sequences: LlamaContextSequence[] = [];
    for (let at = 0; at < parallel; at += 1) {
      // A context for each call, and not one for all: a batch of several calls would change their last bits.
      const context = await model.createContext({
        contextSize: contextTokens,
        sequences: 1,
        batchSize: batchTokens,
        threads: Math.max(1, Math.floor(threads / parallel)),
        // With it, replies depend on the number of threads: it splits long contexts among them.
        flashAttention: false,
        ...(options.signal === undefined ? {} : { createSignal: options.signal }),
      });
      sequences.push(context.getSequence());
    }
    return new EmbeddedModel({ weights, model, template, contextTokens, sequences });
  } catch (error) {
    await model.dispose();
    throw error;
  }
}

async function templateOf(model: LlamaModel, weights: Weights): Promise<JinjaTemplate> {
  const { chat_template: source } = model.fileInfo.metadata.tokenizer ?? {};
  if (source === undefined) {
    throw unusable(weights, 'it has no chat template. Take an instruct model');
  }
  const { Template } = await import('@huggingface/jinja');
  try {
    return new Template(source);
  } catch (cause) {
    throw unusable(weights, `its chat template cannot be read (${messageOf(cause)})`, cause);
  }
}

function contextTokensOf(model: LlamaModel, wanted: number | undefined): number {
  const most = model.trainContextSize;
  if (wanted === undefined) return Math.min(defaultContextTokens, most);
  if (Number.isSafeInteger(wanted) && wanted >= 1 && wanted <= most) return wanted;
  throw new UsageError(
    `Cannot make a context of ${wanted} tokens: the model was trained with ${most}. ` +
      `Set contextTokens to a whole number from 1 to ${most}.`,
  );
}

function wholeNumber(option: string, value: number | undefined): number | undefined {
  if (value === undefined || (Number.isSafeInteger(value) && value >= 1)) return value;
  throw new UsageError(`Cannot run with ${option} ${value}: set it to a whole number from 1.`);
}

function unusable(weights: Weights, found: string, cause?: unknown): WeightsError {
  return new WeightsError(
    `Cannot use the weights in ${weights.path}: ${found}.`,
    cause === undefined ? {} : { cause },
  );
}

/** What the reader of headers throws for a file that is cut off says nothing of the file. */
function refusalOf(cause: unknown): string {
  const isDefect = cause instanceof TypeError || cause instanceof RangeError;
  return isDefect ? 'its header makes no sense' : messageOf(cause);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
