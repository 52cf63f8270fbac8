/** Turns tokens into text, as far as it is known. */
export type Detokenize<Token> = (tokens: readonly Token[], before: readonly Token[]) => string;

/** What stands for bytes that are no character, or not yet one. */
const replacement = '\uFFFD';

/**
 * Makes text of tokens as they come. One token can hold a part of a character: its bytes wait until the character is
 * whole.
 */
export class WholeCharacters<Token> {
  readonly #detokenize: Detokenize<Token>;
  #unfinished: Token[] = [];
  #before: readonly Token[] = [];

  constructor(detokenize: Detokenize<Token>) {
    this.#detokenize = detokenize;
  }

  /** @returns the characters that this token completes, often one word, sometimes none */
  push(token: Token): string {
    this.#unfinished.push(token);
    const text = this.#detokenize(this.#unfinished, this.#before);
    if (text.endsWith(replacement)) return '';
    this.#before = this.#unfinished;
    this.#unfinished = [];
    return text;
  }

  /** @returns what waited for its end and will not get it */
  end(): string {
    return this.#unfinished.length === 0 ? '' : this.#detokenize(this.#unfinished, this.#before);
  }
}
