import type { FieldMarker, MarkerSyntax } from '../../template/field-marker.js';
import { escapePattern } from '../../template/field-name.js';
import type { FieldListener, FieldReader } from './field-reader.js';
import { LINE_BREAK, LONGEST_START, type LineStart } from './line-start.js';

/**
 * Finds the markers of a syntax of lines in a stream: at the start of a line, and behind a closing tag. A line that may
 * become a marker is held back; all other text goes on at once.
 */
export class LineReader implements FieldReader {
  readonly #syntax: MarkerSyntax;
  readonly #start: LineStart;
  readonly #listener: FieldListener;
  #held = '';
  #place: 'start' | 'line' | 'behind tag' | 'text' = 'start';
  /** True for a line that is looked at when it is over. */
  #waits = false;
  /** The closing tag that is waited for, or the last one that came. */
  #closing = '';
  #inTag: RegExp | undefined;

  constructor(syntax: MarkerSyntax, start: LineStart, listener: FieldListener) {
    this.#syntax = syntax;
    this.#start = start;
    this.#listener = listener;
  }

  push(text: string): void {
    const mayWait = this.#waits && !LINE_BREAK.test(text);
    this.#held += text;
    if (mayWait) return;
    while (this.#held !== '' && this.#step());
  }

  stop(): void {
    this.#place = 'text';
    this.#inTag = undefined;
  }

  /** @returns false where more has to come */
  #step(): boolean {
    if (this.#inTag !== undefined) return this.#tagText(this.#inTag);
    switch (this.#place) {
      case 'start':
        return this.#lineStart();
      case 'behind tag':
        return this.#behindTag();
      case 'line':
        return this.#line();
      case 'text':
        return this.#give(this.#held.length);
    }
  }

  #lineStart(): boolean {
    const end = this.#held.search(LINE_BREAK);
    const verdict = this.#start.verdict(end < 0 ? this.#held : this.#held.slice(0, end), end >= 0);
    this.#waits = verdict === 'open' && this.#held.length >= LONGEST_START;
    if (verdict === 'open') return false;
    this.#place = 'line';
    if (verdict !== 'text') this.#marker(verdict, verdict.end);
    return true;
  }

  #marker(marker: FieldMarker, end: number): boolean {
    const meaning = this.#listener.marker(marker);
    if (meaning === 'text') return false;
    this.#held = this.#held.slice(end);
    if (meaning === 'tag' && marker.closing !== undefined) {
      this.#closing = marker.closing;
      this.#inTag = new RegExp(escapePattern(marker.closing), 'iu');
    }
    return true;
  }

  #line(): boolean {
    const end = this.#held.search(LINE_BREAK);
    if (end >= 0) this.#place = 'start';
    return this.#give(end < 0 ? this.#held.length : end + 1);
  }

  /** Up to the closing tag everything is text. */
  #tagText(closing: RegExp): boolean {
    const found = closing.exec(this.#held);
    if (found === null) {
      const last = this.#held.lastIndexOf('<');
      const rest = last < 0 ? '' : this.#held.slice(last);
      const isHalf = rest !== '' && this.#closing.toLowerCase().startsWith(rest.toLowerCase());
      this.#give(isHalf ? last : this.#held.length);
      return false;
    }
    this.#inTag = undefined;
    this.#give(found.index);
    this.#held = this.#held.slice(found[0].length);
    this.#closing = found[0];
    this.#place = 'behind tag';
    this.#listener.closed();
    return true;
  }

  /** The tag of the next field may stand on the same line. */
  #behindTag(): boolean {
    this.#held = this.#held.replace(/^[ \t]+/u, '');
    if (this.#held === '') return false;
    const tag = /^<[^<>\n\r\u2028\u2029]{0,200}(>?)/u.exec(this.#held);
    if (tag?.[1] === '' && tag[0].length === this.#held.length) return false;
    this.#place = 'line';
    if (tag?.[1] !== '>') return true;
    const marker = this.#syntax
      .find(this.#closing + tag[0])
      .find(({ start }) => start === this.#closing.length);
    if (marker !== undefined) this.#marker(marker, tag[0].length);
    return true;
  }

  #give(length: number): boolean {
    if (length > 0) this.#listener.text(this.#held.slice(0, length));
    this.#held = this.#held.slice(length);
    return this.#held !== '';
  }
}
