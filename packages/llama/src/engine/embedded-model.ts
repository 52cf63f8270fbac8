import {
  AbortedError,
  type Capabilities,
  InvalidRequestError,
  type LanguageModel,
  type LMCall,
  type LMReply,
  type PreparedCall,
  type StreamPart,
  UsageError,
} from '@sigil/spec';
import type { LlamaContextSequence, LlamaModel, Token } from 'node-llama-cpp';
import { type JinjaTemplate, renderPieces } from '../prompt/chat-template.js';
import { tokenizePrompt } from '../prompt/tokenize-prompt.js';
import type { Weights } from '../weights/weights.js';
import { decodeReply } from './decode-reply.js';
import { KeptPrompt } from './kept-prompt.js';
import { problemOf, resolveSettings } from './settings.js';
import { streamOf } from './stream-of.js';
import { Turns } from './turns.js';

/** What a loaded model is made of. */
export interface EmbeddedModelParts {
  readonly weights: Weights;
  readonly model: LlamaModel;
  readonly template: JinjaTemplate;
  /** One for each call that may run at the same time. */
  readonly sequences: readonly LlamaContextSequence[];
  readonly contextTokens: number;
}

/** A model in this process. Calls take turns: the sequences of the native library answer them in order. */
export class EmbeddedModel implements LanguageModel {
  readonly modelId: string;
  /**
   * No JSON schema: node-llama-cpp makes a grammar of some of its keywords only (an `anyOf` it takes for `null`), and
   * does not show it to the model.
   */
  readonly capabilities: Capabilities = { seed: true };
  readonly #parts: EmbeddedModelParts;
  readonly #endpoint: string;
  readonly #turns: Turns<KeptPrompt>;
  #disposed: Promise<void> | undefined;

  constructor(parts: EmbeddedModelParts) {
    this.modelId = `${parts.weights.name}@${parts.weights.sha256.slice(0, 8)}`;
    this.#parts = parts;
    const { sha256, form } = parts.weights;
    // Another form of the same weights rounds differently: its replies are others.
    this.#endpoint = `llama:${sha256}${form === undefined ? '' : `/${form}`}`;
    this.#turns = new Turns(parts.sequences.map((sequence) => new KeptPrompt(sequence)));
  }

  /** @throws UsageError for a call with a JSON schema */
  prepare(call: LMCall): PreparedCall {
    this.#refuseSchema(call);
    const messages = call.messages.map(({ role, content }) => ({ role, content }));
    return { endpoint: this.#endpoint, body: { messages, ...resolveSettings(call.settings) } };
  }

  async doGenerate(call: LMCall): Promise<LMReply> {
    return this.#reply(call, () => true);
  }

  async *doStream(call: LMCall): AsyncGenerator<StreamPart> {
    yield* streamOf(
      (onText) => this.#reply(call, onText),
      () => this.#stopIfAsked(call),
    );
  }

  /** Stops the calls that run, refuses those that wait, and frees the memory. */
  dispose(): Promise<void> {
    this.#disposed ??= this.#free();
    return this.#disposed;
  }

  async #free(): Promise<void> {
    const turns = await Promise.all(this.#parts.sequences.map(() => this.#turns.take()));
    await this.#parts.model.dispose();
    for (const { leave } of turns) leave();
  }

  /** @param onText called after each token with what is certain by now; false when nobody wants more */
  async #reply(call: LMCall, onText: (text: string) => boolean): Promise<LMReply> {
    const { model } = this.#parts;
    this.#refuseSchema(call);
    const settings = resolveSettings(call.settings);
    const stopIfAsked = (): void => this.#stopIfAsked(call);
    stopIfAsked();
    const problem = problemOf(settings);
    if (problem !== undefined) throw this.#invalid(`${problem}.`);
    const blocks = this.#blocksOf(call);
    const inputTokens = blocks.reduce((sum, block) => sum + block.length, 0);
    const room = this.#roomAfter(inputTokens);
    const turn = this.#turns.take(call.signal, (free) => mostKept(free, blocks));
    const { seat, leave } = await turn.catch((reason: unknown) => {
      throw this.#aborted(reason);
    });
    try {
      stopIfAsked();
      const last = await seat.enter(blocks, stopIfAsked);
      const { text, finishReason, outputTokens } = await decodeReply({
        model,
        sequence: seat.sequence,
        last,
        settings,
        room,
        onText: (certain) => {
          stopIfAsked();
          return onText(certain);
        },
      });
      return { text, finishReason, usage: { inputTokens, outputTokens }, model: this.modelId };
    } finally {
      leave();
    }
  }

  #blocksOf(call: LMCall): Token[][] {
    const { model, template } = this.#parts;
    if (call.messages.length === 0) throw this.#invalid('it has no messages, wanted at least one.');
    const { bosString, eosString, bos, shouldPrependBosToken } = model.tokens;
    try {
      const pieces = renderPieces(template, call.messages, { bos_token: bosString, eos_token: eosString });
      const blocks = tokenizePrompt<Token>(pieces, model);
      if (shouldPrependBosToken && bos !== null && blocks[0]?.[0] !== bos) blocks[0]?.unshift(bos);
      return blocks;
    } catch (error) {
      const found = error instanceof Error ? error.message : String(error);
      throw this.#invalid(`the model's chat template cannot take these messages (${found}).`, error);
    }
  }

  /** Tokens that the context has left for the reply. */
  #roomAfter(inputTokens: number): number {
    const { contextTokens } = this.#parts;
    if (inputTokens < contextTokens) return contextTokens - inputTokens;
    throw this.#invalid(
      `the prompt has ${inputTokens} tokens and the context ${contextTokens}, with the reply. ` +
        `Shorten the prompt, or raise contextTokens of llama().`,
    );
  }

  #stopIfAsked(call: LMCall): void {
    if (this.#disposed !== undefined) throw this.#invalid('the model was disposed. Call llama() again.');
    if (call.signal?.aborted === true) throw this.#aborted(call.signal.reason);
  }

  #refuseSchema({ responseFormat }: LMCall): void {
    if (responseFormat === undefined) return;
    throw new UsageError(
      `Cannot call ${this.modelId} with a JSON schema: the embedded model does not keep its replies to one. ` +
        `Send the call without responseFormat, and say the format in the prompt.`,
    );
  }

  #aborted(cause: unknown): AbortedError {
    return new AbortedError({ model: this.modelId, endpoint: this.#endpoint, cause });
  }

  #invalid(found: string, cause?: unknown): InvalidRequestError {
    return new InvalidRequestError(found, {
      model: this.modelId,
      endpoint: this.#endpoint,
      ...(cause === undefined ? {} : { cause }),
    });
  }
}

/** The prompt that has the most of these messages in its cache already. */
function mostKept(prompts: readonly KeptPrompt[], blocks: readonly (readonly Token[])[]): KeptPrompt {
  return prompts.reduce((best, prompt) => (prompt.keptOf(blocks) > best.keptOf(blocks) ? prompt : best));
}
