import { endsBareValue, keyAt, SCALAR_LENGTH, type Surroundings } from './lookahead.js';
import { mend, type TextNode } from './node.js';
import type { Source } from './source.js';

const STOPS = /[,\n}\]{[;`]|[ \t](?=\/\/|\/\*|#|<!--)|[ \t](?=(?:\/|<!?-?)?$)|[ \t](?=["'“‘{[\d+-])/gu;

/**
 * Reads a value without quotes: a number, a word, or a text up to what can only stand behind a value. The node is closed
 * when it is whole; nothing of it holds before.
 */
export class BareReader {
  readonly node: TextNode;
  readonly #source: Source;
  /** Braces and brackets that the text itself opened. */
  #braces = 0;
  #brackets = 0;

  constructor(source: Source, start: number) {
    this.#source = source;
    this.node = { kind: 'text', text: '', quoted: false, start, end: start, closed: false };
  }

  /** @returns true when the value is over, undefined when more of the reply is needed */
  read(around: Surroundings): true | undefined {
    const source = this.#source;
    for (;;) {
      const { text } = source;
      STOPS.lastIndex = source.at;
      const found = STOPS.exec(text);
      this.#take(found?.index ?? text.length);
      if (found === null) return source.ended ? this.#end(false) : undefined;
      const isOver = this.#stop(found[0], around);
      if (isOver === undefined) return source.ended ? this.#end(false) : undefined;
      if (isOver) return this.#end(true);
      this.#take(source.at + 1);
    }
  }

  #stop(found: string, around: Surroundings): boolean | undefined {
    const source = this.#source;
    switch (found) {
      case '{':
        this.#braces++;
        return false;
      case '[':
        this.#brackets++;
        return false;
      case '}':
        if (this.#braces > 0) {
          this.#braces--;
          return false;
        }
        return around.inObject;
      case ']':
        if (this.#brackets > 0) {
          this.#brackets--;
          return false;
        }
        return around.inList;
      case ',':
      case ';':
        return endsBareValue(source, source.at, around, this.node.text);
      case '`':
        return source.has('```');
      case '\n':
        return this.#line(around);
      default:
        return this.#blank(around);
    }
  }

  /** In a list a line holds one item. A text of an object goes on unless the next line begins with a key. */
  #line(around: Surroundings): boolean | undefined {
    if (around.place === 'list') return true;
    const source = this.#source;
    const at = source.next(source.at);
    if (at === undefined) return undefined;
    const character = source.text[at];
    if (character === undefined || /[}\],`]/u.test(character)) return true;
    return keyAt(source, at, around.known, 'any');
  }

  /** A comment ends the value; so does the next item, where a list has no commas. */
  #blank(around: Surroundings): boolean | undefined {
    const source = this.#source;
    const rest = source.text.slice(source.at + 1, source.at + 5);
    if (/^(?:\/|<!?-?)?$/u.test(rest) && !source.ended) return undefined;
    if (/^(?:\/\/|\/\*|#|<!--)/u.test(rest)) return true;
    if (this.node.text.length > SCALAR_LENGTH) return false;
    const text = this.node.text.trim();
    const isScalar = /^(?:[-+]?[\d.]+|true|false|null|None|True|False)$/u.test(text);
    if (!isScalar) return false;
    if (rest.startsWith('{')) return around.inList;
    if (around.place === 'list') return /^["'“‘{[\d+-]/u.test(rest);
    return keyAt(source, source.at + 1, around.known, 'quoted or known');
  }

  #take(end: number): void {
    this.node.text += this.#source.text.slice(this.#source.at, end);
    this.#source.at = end;
  }

  #end(closed: boolean): true {
    this.node.text = this.node.text.trim();
    this.node.closed = closed;
    this.node.end = this.#source.place;
    if (!closed) mend(this.node, 'cut-off', '', true);
    return true;
  }
}
