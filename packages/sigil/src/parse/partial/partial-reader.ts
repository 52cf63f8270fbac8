import { bodyOf } from '@sigil/schema';
import type { ValueType } from '@sigil/spec';
import { BehindDraft } from './behind-draft.js';
import { PartialTree } from './partial-tree.js';
import { TextSoFar } from './text-so-far.js';

/** What is shown of a reply while it comes. */
export interface PartialReader {
  /**
   * Takes the next piece of the reply.
   *
   * @returns what can be shown of the value so far; undefined for nothing
   */
  push(chunk: string): unknown;
}

/** A reader for the partials of a type. */
export function partialReader(type: ValueType): PartialReader {
  if (bodyOf(type).kind === 'string') return new PartialText(type);
  const answer = new BehindDraft();
  const tree = new PartialTree(type);
  return { push: (chunk) => tree.push(answer.push(chunk)) };
}

class PartialText implements PartialReader {
  readonly #type: ValueType;
  readonly #answer = new BehindDraft();
  readonly #text = new TextSoFar();

  constructor(type: ValueType) {
    this.#type = type;
  }

  push(chunk: string): unknown {
    const text = this.#text.push(this.#answer.push(chunk));
    // It may be the word for no value.
    return text === '' || (this.#type.kind === 'nullable' && text.length < 5) ? undefined : text;
  }
}
