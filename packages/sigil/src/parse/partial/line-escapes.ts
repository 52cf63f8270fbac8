import type { MarkerSyntax } from '../../template/field-marker.js';
import { LINE_BREAK, looseKey, type LineStart } from './line-start.js';

/** Takes away the escape of markers in a text that comes in pieces. */
export interface Escapes {
  /** @returns what of the text is known; it is what the whole text without its escapes begins with */
  push(piece: string): string;
}

/** A closing tag and what comes behind it, as far as that may be the tag of a field. */
const BEHIND_TAG = /^<(?:\/([^<>]{0,100})(?:(>)[ \t]*(?:<\\*([^<>]{0,100}))?)?)?$/u;

/** The escape of a syntax of lines: at the start of a line, and in a tag right behind the closing tag of a field. */
export class LineEscapes implements Escapes {
  readonly #syntax: MarkerSyntax;
  readonly #start: LineStart;
  readonly #keys: readonly string[];
  #held = '';
  #isAtStart = true;
  /** True for a line that is looked at when it is over. */
  #waits = false;

  constructor(syntax: MarkerSyntax, start: LineStart) {
    this.#syntax = syntax;
    this.#start = start;
    this.#keys = syntax.words.map(looseKey);
  }

  push(piece: string): string {
    if (this.#isHeldOn(piece)) {
      this.#held += piece;
      return '';
    }
    let rest = this.#held + piece;
    let text = '';
    this.#held = '';
    for (;;) {
      const end = rest.search(LINE_BREAK);
      const line = end < 0 ? rest : rest.slice(0, end);
      if (line !== '') text += end < 0 ? this.#open(line) : this.#whole(line);
      if (end < 0) return text;
      text += rest.charAt(end);
      rest = rest.slice(end + 1);
      this.#isAtStart = true;
      this.#waits = false;
    }
  }

  /** True for a piece that tells nothing of what is held: looking at all of it again would take long. */
  #isHeldOn(piece: string): boolean {
    if (this.#held === '') return false;
    if (this.#waits) return !LINE_BREAK.test(piece);
    return !this.#isAtStart && this.#held.endsWith(' ') && /^[ \t]*$/u.test(piece);
  }

  /** A line, or the rest of one, that is over. */
  #whole(line: string): string {
    return this.#isAtStart ? this.#syntax.unescape(line) : this.#inside(line);
  }

  #open(line: string): string {
    if (this.#isAtStart && this.#start.verdict(line, false) === 'open') {
      this.#held = line;
      this.#waits = line.length >= 256;
      return '';
    }
    const end = this.#sureEnd(line);
    this.#held = line.slice(end);
    const sure = line.slice(0, end);
    const text = this.#isAtStart ? this.#syntax.unescape(sure) : this.#inside(sure);
    this.#isAtStart &&= sure === '';
    return text;
  }

  /** In the middle of a line nothing is the start of one. */
  #inside(text: string): string {
    return text.includes('\\') && text.includes('</') ? this.#syntax.unescape(`x${text}`).slice(1) : text;
  }

  /** Where what may be a closing tag and the tag behind it begins. */
  #sureEnd(line: string): number {
    const last = line.lastIndexOf('<');
    if (last < 0) return line.length;
    const before = line.lastIndexOf('</', last - 1);
    return [before, last].find((at) => at >= 0 && this.#mayGoOn(line.slice(at))) ?? line.length;
  }

  #mayGoOn(rest: string): boolean {
    const match = BEHIND_TAG.exec(rest);
    if (match === null) return false;
    const [, closed, isClosed, opened] = match;
    const key = looseKey(closed ?? '');
    if (isClosed === undefined) return this.#keys.some((name) => name.startsWith(key));
    if (!this.#keys.includes(key)) return false;
    return opened === undefined || this.#keys.some((name) => name.startsWith(looseKey(opened)));
  }
}
