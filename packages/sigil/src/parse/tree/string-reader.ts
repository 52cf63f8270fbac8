import { closesString, keyAt, type Surroundings } from './lookahead.js';
import { nameKey } from '../../template/field-name.js';
import { mend, type TextNode } from './node.js';
import { stops, type Quote } from './quotes.js';
import type { Source } from './source.js';

const ESCAPES = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['b', '\b'],
  ['f', '\f'],
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['\\', '\\'],
  ['/', '/'],
]);

/** Longer than names that are known. */
const NAME_LENGTH = 200;

/** How much of the end of a text is looked at. */
const TAIL = 20;

/** A key with its colon: a quote that comes now is not its own. */
export const HALF_KEY = /^\s*([\p{L}\p{N}_$.-]+)\s*:\s*$/u;

/** Reads a text in quotes, behind the quote that opens it. What is in its node is final, and only grows. */
export class StringReader {
  readonly node: TextNode;
  readonly #source: Source;
  readonly #quote: Quote;
  #tail = '';
  /** True for a text with quotes in it that nobody escaped. */
  #isMended = false;

  constructor(source: Source, quote: Quote, start: number, node?: TextNode) {
    this.#source = source;
    this.#quote = quote;
    this.node = node ?? { kind: 'text', text: '', quoted: true, start, end: start, closed: false };
    if (quote.fix !== undefined) mend(this.node, quote.fix, quote.open);
    if (quote.open === '```') this.#passLanguage();
  }

  /** @returns true when the text is over, undefined when more of the reply is needed */
  read(around: Surroundings): true | undefined {
    const source = this.#source;
    delete this.node.held;
    for (;;) {
      const { text } = source;
      const pattern = stops(this.#quote);
      pattern.lastIndex = source.at;
      const found = pattern.exec(text);
      const stop = found?.index ?? text.length;
      this.#append(text.slice(source.at, stop));
      source.at = stop;
      this.node.end = source.place;
      if (found === null) return source.ended ? this.#cut() : undefined;
      const isOver = this.#stop(found[0], around);
      if (isOver === undefined) return source.ended ? this.#cut() : undefined;
      if (isOver) {
        this.node.closed = true;
        this.node.end = source.place;
        return true;
      }
    }
  }

  /** @returns true when the text is over, false when it goes on, undefined when that cannot be told yet */
  #stop(found: string, around: Surroundings): boolean | undefined {
    if (found.startsWith(',') || found.startsWith('\n')) return this.#line(found, around);
    const source = this.#source;
    if (found === this.#quote.close[0] && around.place === 'object') {
      const isBroken = /,\s*$/u.test(this.#tail) || (this.#isMended && /\{\s*$/u.test(this.#tail));
      const key = isBroken ? keyAt(source, source.at, around.known, 'known') : false;
      if (key !== false) return key === undefined ? undefined : this.#end();
    }
    for (const close of this.#quote.close) {
      const has = source.has(close);
      if (has === undefined) return undefined;
      if (!has) continue;
      const closes = this.#closes(close, around);
      if (closes === undefined) {
        this.node.held = true;
        return undefined;
      }
      if (!closes) break;
      if (close !== this.#quote.close[0]) mend(this.node, 'curly-quotes', close);
      source.at += close.length;
      return true;
    }
    if (found === '\\') return this.#escape();
    if (found === this.#quote.close[0]) {
      mend(this.node, 'inner-quotes', found);
      this.#isMended = true;
    }
    return this.#take(1);
  }

  #closes(close: string, around: Surroundings): boolean | undefined {
    // Several characters are no text by chance.
    if (close.length === 3) return true;
    // A quote of the other kind is text, but behind a name that is known or where the reply mixes them.
    if (close === '”' && this.#quote.open === '"') {
      const mayBeName = around.place === 'key' && this.node.text.length < NAME_LENGTH;
      const isName = mayBeName && around.known?.has(nameKey(this.node.text)) === true;
      if (!isName && (around.place !== 'object' || !around.mixesQuotes)) return false;
    }
    // `"vendor: "Lynx"`: this one opens the value.
    if (around.place === 'key' && this.node.text.length < NAME_LENGTH && HALF_KEY.test(this.node.text)) {
      return this.#source.next(this.#source.at + close.length) === undefined ? undefined : true;
    }
    // In a list a quote of the other kind may be part of an item; one that the text opened is closed here.
    const isOther = close === '”' && this.#quote.open === '"';
    if (isOther && (around.place === 'list' || this.node.text.includes('“'))) return false;
    // `"vendor: "Lynx"`: this one opens the value.
    if (around.place === 'key' && this.node.text.length < NAME_LENGTH && HALF_KEY.test(this.node.text)) {
      return this.#source.next(this.#source.at + close.length) === undefined ? undefined : true;
    }
    return closesString(this.#source, this.#source.at + close.length, around);
  }

  /** The end of a line, where the next one begins with a property that is known: a quote is missing. */
  #line(found: string, around: Surroundings): boolean | undefined {
    const source = this.#source;
    const isBreak = found.startsWith('\n');
    const behind = source.at + found.length;
    if (around.place === 'object' && this.#quote.open.length === 1) {
      const at = source.next(behind);
      if (at === undefined && source.text.length - behind < 80) return undefined;
      const key = at === undefined ? false : keyAt(source, at, around.known, 'known');
      if (key === undefined) return undefined;
      if (key) {
        mend(this.node, 'unclosed-quote', '');
        return true;
      }
    }
    if (isBreak) mend(this.node, 'line-break-in-string', '');
    // What stands behind the comma is looked at again.
    return this.#take(1);
  }

  /** The quote opens the next key: the one that closes this text is missing. What a stream has shown stays. */
  #end(): true {
    mend(this.node, 'unclosed-quote', '');
    if (this.#source.isStream) return true;
    const { text } = this.node;
    // Behind a brace the object begins anew; what the reply put in between is no part of the text.
    if (/\{\s*$/u.test(this.#tail)) {
      this.node.text = text.slice(0, text.indexOf(this.#quote.open));
      mend(this.node, 'text-dropped', text.slice(this.node.text.length), true);
    } else this.node.text = text.replace(/,\s*$/u, '');
    return true;
  }

  /** Looking at the end of a text that grows would copy all of it: the last characters are kept apart. */
  #append(text: string): void {
    this.node.text += text;
    this.#tail = text.length < TAIL ? (this.#tail + text).slice(-TAIL) : text.slice(-TAIL);
  }

  #take(length: number): false {
    const source = this.#source;
    this.#append(source.text.slice(source.at, source.at + length));
    source.at += length;
    return false;
  }

  #escape(): boolean | undefined {
    const source = this.#source;
    const character = source.text[source.at + 1];
    if (character === undefined) {
      if (!source.ended) return undefined;
      source.at++;
      return false;
    }
    if (character === 'u') return this.#unicode();
    const plain = ESCAPES.get(character);
    if (plain === undefined) {
      if (character === '\n') mend(this.node, 'line-break-in-string', '');
      else mend(this.node, 'unknown-escape', `\\${character}`);
      return character === '\n' ? this.#put('', 2) : this.#take(1);
    }
    return this.#put(plain, 2);
  }

  /** `\u00e9`, and the two halves of a character beyond the first plane at once. */
  #unicode(): boolean | undefined {
    const source = this.#source;
    const rest = source.text.slice(source.at, source.at + 12);
    const whole = /^\\u([0-9a-f]{4})(?:\\u([0-9a-f]{4}))?/iu.exec(rest);
    if (whole?.[1] === undefined) {
      const mayCome = /^\\u[0-9a-f]{0,3}$/iu.test(rest);
      if (mayCome && !source.ended) return undefined;
      // Half of an escape, where the reply breaks off, is no text.
      if (mayCome) return this.#put('', rest.length);
      mend(this.node, 'unknown-escape', '\\u');
      return this.#take(1);
    }
    const first = Number.parseInt(whole[1], 16);
    const isHalf = first >= 0xd800 && first <= 0xdbff;
    if (!isHalf) return this.#put(String.fromCharCode(first), 6);
    const second = whole[2] === undefined ? undefined : Number.parseInt(whole[2], 16);
    if (
      second === undefined &&
      rest.length < 12 &&
      /^\\u[0-9a-f]{4}(?:\\(?:u[0-9a-f]{0,3})?)?$/iu.test(rest)
    ) {
      return source.ended ? this.#put('', rest.length) : undefined;
    }
    if (second === undefined || second < 0xdc00 || second > 0xdfff)
      return this.#put(String.fromCharCode(first), 6);
    return this.#put(String.fromCharCode(first, second), 12);
  }

  #put(text: string, length: number): false {
    this.#append(text);
    this.#source.at += length;
    return false;
  }

  /** The word behind the fence is the name of a language. */
  #passLanguage(): void {
    const source = this.#source;
    const word = /^[a-z]*[ \t]*\r?\n/iu.exec(source.text.slice(source.at, source.at + 40))?.[0] ?? '';
    source.at += word.length;
  }

  /** The reply ends inside of the text. The brackets on lines of their own at its end belong to what is around. */
  #cut(): true {
    const inside = this.node.text.replace(/\s*\n\s*[}\]][}\],\s]*(?:```|~~~)?\s*$/u, '');
    mend(this.node, inside === this.node.text ? 'cut-off' : 'unclosed-quote', '', true);
    this.node.text = inside;
    this.node.end = this.#source.place;
    return true;
  }
}
