import { ANY_DRAFT } from '../find/without-draft.js';

/** Longer than any tag that closes a draft. */
const TAG = 24;

/** The part of a stream behind the draft that a reasoning model writes first. */
export class BehindDraft {
  /** What came and is not known to be answer or draft. */
  #held = '';
  #isAtStart = false;
  #state: 'unknown' | 'draft' | 'answer' = 'unknown';

  /** @returns what of the answer came with this piece */
  push(chunk: string): string {
    if (this.#state === 'answer') return this.#fromText(chunk);
    this.#held += chunk;
    if (this.#state === 'unknown') {
      // A draft that nothing opened cannot be told from an answer before it closes: it has been shown by then.
      if (ANY_DRAFT.begins(this.#held)) this.#state = 'draft';
      else if (ANY_DRAFT.mayBegin(this.#held)) return '';
      else return this.#release(0);
    }
    const end = ANY_DRAFT.end(this.#held);
    if (end >= 0) {
      this.#isAtStart = true;
      return this.#fromText(this.#release(end));
    }
    // What closes the draft may have begun.
    this.#held = this.#held.slice(-TAG);
    return '';
  }

  /** Blanks between a draft and the answer are part of neither. */
  #fromText(text: string): string {
    if (!this.#isAtStart) return text;
    const start = text.trimStart();
    this.#isAtStart = start === '';
    return start;
  }

  #release(from: number): string {
    const text = this.#held.slice(from);
    this.#state = 'answer';
    this.#held = '';
    return text;
  }
}
