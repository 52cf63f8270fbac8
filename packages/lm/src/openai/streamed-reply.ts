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
  #refused = false;

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
    if (!isObject(delta)) return '';
    // A refusal comes in a member of its own, as in a completion that is not streamed.
    const refusal = typeof delta.refusal === 'string' ? delta.refusal : '';
    this.#refused ||= refusal !== '';
    const added = typeof delta.content === 'string' && delta.content !== '' ? delta.content : refusal;
    this.#text += added;
    return added;
  }

  /** The whole reply, or why there is none: no chunk had a choice, or none said that the reply was over. */
  end(): LMReply | 'empty' | 'unfinished' {
    if (this.#empty) return 'empty';
    if (this.#finishReason === undefined) return 'unfinished';
    const usage = this.#usage && { usage: this.#usage };
    const finishReason = this.#refused ? 'content-filter' : this.#finishReason;
    return { text: this.#text, finishReason, ...usage, model: this.#model };
  }
}
