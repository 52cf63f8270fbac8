import { ANY_DRAFT, type DraftTags } from '../find/without-draft.js';

/** Longer than any tag that closes a draft. */
const TAG = 32;

/** The part of a stream behind the drafts that a reasoning model writes first. */
export class BehindDraft {
  readonly #tags: DraftTags;
  /** What came and is not known to be answer or draft. */
  #held = '';
  #isAtStart = false;
  #hadDraft = false;
  #state: 'unknown' | 'draft' | 'answer' = 'unknown';

  constructor(tags: DraftTags = ANY_DRAFT) {
    this.#tags = tags;
  }

  /** True where a draft was left out. */
  get hadDraft(): boolean {
    return this.#hadDraft;
  }

  /** @returns what of the answer came with this piece */
  push(chunk: string): string {
    if (this.#state === 'answer') return this.#fromText(chunk);
    this.#held += chunk;
    for (;;) {
      if (this.#state === 'unknown') {
        // Looking at many blanks again and again would take long.
        this.#held = this.#held.trimStart();
        // A draft that nothing opened cannot be told from an answer before it closes: it has been shown by then.
        if (this.#tags.begins(this.#held)) this.#state = 'draft';
        else if (this.#tags.mayBegin(this.#held)) return '';
        else return this.#release();
      }
      const end = this.#tags.end(this.#held);
      if (end < 0) {
        // What closes the draft may have begun.
        this.#held = this.#held.slice(-TAG);
        return '';
      }
      this.#held = this.#held.slice(end);
      this.#hadDraft = true;
      this.#isAtStart = true;
      this.#state = 'unknown';
    }
  }

  /** Blanks between a draft and the answer are part of neither. */
  #fromText(text: string): string {
    if (!this.#isAtStart) return text;
    const start = text.trimStart();
    this.#isAtStart = start === '';
    return start;
  }

  #release(): string {
    const text = this.#held;
    this.#state = 'answer';
    this.#held = '';
    return this.#fromText(text);
  }
}
