import type { FinishReason, LMReply, Usage } from '@sigil/spec';
import { finishReasonOf, modelOf, readUsage } from './completion.js';
import { isObject, type UnknownObject } from '../json.js';

/** Puts the chunks of a streamed completion together. */
export class StreamedReply {
  #text = '';
  #finishReason: FinishReason | undefined;
  #usage: Usage | undefined;
  #model: string;
  #empty = true;

  /** @param model the model asked for, used until a chunk names another */
  constructor(model: string) {
    this.#model = model;
  }

  /** Takes a chunk in and returns the text that it adds. */
  add(chunk: UnknownObject): string {
    const choice: unknown = Array.isArray(chunk.choices) ? chunk.choices[0] : undefined;
    this.#model = modelOf(chunk) ?? this.#model;
    // The last chunk has the usage and no choice.
    this.#usage = readUsage(chunk.usage) ?? this.#usage;
    if (!isObject(choice)) return '';
    this.#empty = false;
    const { finish_reason: reason, delta } = choice;
    if (reason !== null && reason !== undefined) this.#finishReason = finishReasonOf(reason);
    if (!isObject(delta) || typeof delta.content !== 'string') return '';
    this.#text += delta.content;
    return delta.content;
  }

  /** The whole reply, or why there is none: no chunk had a choice, or none said that the reply was over. */
  end(): LMReply | 'empty' | 'unfinished' {
    if (this.#empty) return 'empty';
    if (this.#finishReason === undefined) return 'unfinished';
    const usage = this.#usage && { usage: this.#usage };
    return { text: this.#text, finishReason: this.#finishReason, ...usage, model: this.#model };
  }
}
