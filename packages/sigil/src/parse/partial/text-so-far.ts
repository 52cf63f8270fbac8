/** What may be no part of a text when more has come: blanks at its end, and the beginning of a token of a chat template. */
const UNSURE = /(?:\s|<(?:\||\/s?)?[\w|]{0,24}>?|\[\[?[^\]\n]{0,24}\]?)*$/u;

/** A text that is the whole reply, as far as it is known to be in it. */
export class TextSoFar {
  #text = '';
  #held = '';

  push(chunk: string): string {
    const held = this.#held + chunk;
    // Only the end of it is looked at.
    const from = Math.max(0, held.length - 200);
    const cut = from + (UNSURE.exec(held.slice(from))?.index ?? 0);
    this.#text += held.slice(0, cut);
    this.#held = held.slice(cut);
    if (this.#text === '') this.#text = this.#text.trimStart();
    return this.#text;
  }
}
