/** A text that grows. What may be no part of it when more has come, at its end, is held back. */
export class GrowingText {
  readonly #edge: RegExp;
  text = '';
  #held = '';

  /** @param edge a character that is none of the text where the text ends with it */
  constructor(edge: RegExp = /\s/u) {
    this.#edge = edge;
  }

  push(piece: string): void {
    let end = piece.length;
    while (end > 0 && this.#edge.test(piece.charAt(end - 1))) end--;
    if (end === 0) {
      this.#held += piece;
      return;
    }
    this.text += this.#held + piece.slice(0, end);
    this.#held = piece.slice(end);
  }
}
