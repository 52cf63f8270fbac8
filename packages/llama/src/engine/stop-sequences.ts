/**
 * Ends a text before the first stop sequence. Text that may be the beginning of one is held back until that is decided,
 * so that nothing is given that must be taken back.
 *
 * @example
 * ```ts
 * const stops = new StopSequences(['END']);
 * stops.push('The E'); // 'The '
 * stops.push('ND of'); // ''
 * stops.reached; // true
 * ```
 */
export class StopSequences {
  readonly #sequences: readonly string[];
  #held = '';
  #reached = false;

  constructor(sequences: readonly string[]) {
    this.#sequences = sequences;
  }

  /** True once a sequence was complete: the text is over. */
  get reached(): boolean {
    return this.#reached;
  }

  /** @returns the text that is now known to belong to the reply */
  push(text: string): string {
    if (this.#reached) return '';
    this.#held += text;
    const first = this.#firstComplete();
    this.#reached = first !== undefined;
    const given = this.#held.slice(0, first ?? this.#held.length - this.#undecided());
    this.#held = this.#held.slice(given.length);
    return given;
  }

  /** @returns what was held back, where no sequence came */
  end(): string {
    return this.#reached ? '' : this.#held;
  }

  /** Where the sequence that was complete first begins. Of two that end together, the longer one. */
  #firstComplete(): number | undefined {
    const found = this.#sequences
      .map((sequence) => ({ start: this.#held.indexOf(sequence), length: sequence.length }))
      .filter(({ start }) => start >= 0)
      .sort((a, b) => a.start + a.length - (b.start + b.length) || b.length - a.length);
    return found[0]?.start;
  }

  /** Length of the longest end of the text that is the beginning of a sequence. */
  #undecided(): number {
    const longest = Math.max(0, ...this.#sequences.map((sequence) => sequence.length - 1));
    for (let length = Math.min(longest, this.#held.length); length > 0; length -= 1) {
      const end = this.#held.slice(-length);
      if (this.#sequences.some((sequence) => sequence.startsWith(end))) return length;
    }
    return 0;
  }
}
