import type { Notation } from './place.js';

/** How remarks are written into one reply: what opens them stands nowhere in it. */
export class RemarkNotation {
  readonly #reply: string;
  readonly #marks = new Map<Notation, string>();

  constructor(reply: string) {
    this.#reply = reply;
  }

  /** A remark with the blanks before it, to be written right behind a value. */
  remark(notation: Notation, words: string): string {
    const open = this.mark(notation);
    switch (notation) {
      case 'line':
        return `   ${open} ${words}`;
      case 'json':
        return ` ${open} ${words.replaceAll('*/', '* /')} */`;
      case 'tag':
        return ` ${open} ${words.replaceAll('-->', '-- >')} -->`;
    }
  }

  /** What opens a remark: longer than anything in the reply that looks like it. */
  mark(notation: Notation): string {
    const known = this.#marks.get(notation);
    if (known !== undefined) return known;
    let mark: string = OPENING[notation];
    while (this.#reply.includes(mark)) mark += mark.at(-1);
    this.#marks.set(notation, mark);
    return mark;
  }

  /** The remarks that were written, in general: `<-- ...`. */
  get shown(): string {
    return [...this.#marks].map(([notation, mark]) => `${mark} ...${CLOSING[notation]}`).join(' or ');
  }
}

const OPENING = { line: '<--', json: '/*', tag: '<!--' } as const satisfies Record<Notation, string>;
const CLOSING = { line: '', json: ' */', tag: ' -->' } as const satisfies Record<Notation, string>;
