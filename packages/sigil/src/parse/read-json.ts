import { show } from './describe.js';
import { isRounded } from './read-scalar.js';

/** JSON with the mistakes that models make, and what was mended. */
export interface ReadJson {
  readonly value: unknown;
  /** Index after the value. */
  readonly end: number;
  /** Kinds of repairs, each once: `trailing-comma`, `single-quotes`, `curly-quotes`, `comment`. */
  readonly repairs: readonly string[];
  /** Members whose key their object already had, as short text. The first one counts, as with repeated lines. */
  readonly repeated: readonly string[];
}

/**
 * Reads one JSON value at a position: strict JSON, and also comments, trailing commas, single or curly quotes, unquoted
 * keys, raw line breaks in strings, and Python's `True`, `False`, `None`.
 *
 * @returns undefined where no whole value stands there; a value that is cut off is none
 */
export function readJson(text: string, start: number): ReadJson | undefined {
  const reader = new Reader(text, start);
  try {
    const value = reader.value();
    return { value, end: reader.at, repairs: [...reader.repairs], repeated: reader.repeated };
  } catch (error) {
    if (error instanceof NotJson) return undefined;
    throw error;
  }
}

class NotJson extends Error {}

/** What opens a string, and what closes it. */
const QUOTES: ReadonlyMap<string | undefined, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['“', '”'],
  ['‘', '’'],
]);

/** Deeper than any signature; keeps the stack whole. */
const MAX_DEPTH = 200;

const WORDS = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['True', true],
  ['False', false],
  ['None', null],
]);

class Reader {
  at: number;
  readonly repairs = new Set<string>();
  readonly repeated: string[] = [];
  readonly #text: string;
  #depth = 0;

  constructor(text: string, start: number) {
    this.#text = text;
    this.at = start;
  }

  value(): unknown {
    this.#blanks();
    const char = this.#text[this.at];
    if (char === '{' || char === '[') {
      if (++this.#depth > MAX_DEPTH) throw new NotJson();
      const value = char === '{' ? this.#object() : this.#array();
      this.#depth--;
      return value;
    }
    if (QUOTES.has(char)) return this.#string();
    return this.#word();
  }

  #object(): Record<string, unknown> {
    const members = new Map<string, unknown>();
    this.at++;
    while (!this.#close('}')) {
      const key = this.#key();
      this.#blanks();
      this.#take(':');
      const value = this.value();
      if (members.has(key)) this.repeated.push(show({ [key]: value }));
      else members.set(key, value);
      this.#separator('}');
    }
    // fromEntries defines own properties: a key named __proto__ is data here.
    return Object.fromEntries(members);
  }

  #array(): unknown[] {
    const items: unknown[] = [];
    this.at++;
    while (!this.#close(']')) {
      items.push(this.value());
      this.#separator(']');
    }
    return items;
  }

  #key(): string {
    if (QUOTES.has(this.#text[this.at])) return this.#string();
    const match = /^[\p{L}_$][\p{L}\p{N}_$-]*/u.exec(this.#text.slice(this.at, this.at + 200));
    if (match === null) throw new NotJson();
    this.repairs.add('unquoted-key');
    this.at += match[0].length;
    return match[0];
  }

  #string(): string {
    const open = this.#text[this.at];
    const quote = QUOTES.get(open);
    if (open === "'") this.repairs.add('single-quotes');
    else if (open !== quote) this.repairs.add('curly-quotes');
    let out = '';
    for (this.at++; this.at < this.#text.length; this.at++) {
      const char = this.#text[this.at] ?? '';
      if (char === quote) {
        this.at++;
        return out;
      }
      out += char === '\\' ? this.#escape() : char;
      if (char === '\n') this.repairs.add('line-break-in-string');
    }
    throw new NotJson();
  }

  #escape(): string {
    const char = this.#text[++this.at] ?? '';
    const simple = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', '"': '"', "'": "'", '\\': '\\', '/': '/' }[
      char
    ];
    if (simple !== undefined) return simple;
    const hex = /^u([0-9a-fA-F]{4})/u.exec(this.#text.slice(this.at, this.at + 5))?.[1];
    if (hex === undefined) {
      this.repairs.add('unknown-escape');
      return `\\${char}`;
    }
    this.at += 4;
    return String.fromCharCode(Number.parseInt(hex, 16));
  }

  #word(): unknown {
    const match = /^[^\s,:\]}"'“”‘’[{]+/u.exec(this.#text.slice(this.at, this.at + 64));
    const word = match?.[0];
    if (word === undefined) throw new NotJson();
    this.at += word.length;
    if (WORDS.has(word)) {
      if (/^[TFN]/u.test(word)) this.repairs.add('python-literal');
      return WORDS.get(word);
    }
    if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/u.test(word)) throw new NotJson();
    const value = Number(word);
    if (!Number.isFinite(value)) throw new NotJson();
    if (isRounded(word)) this.repairs.add('number-rounded');
    return value;
  }

  #separator(close: string): void {
    this.#blanks();
    if (this.#text[this.at] !== ',') {
      if (this.#text[this.at] !== close) throw new NotJson();
      return;
    }
    this.at++;
    this.#blanks();
    if (this.#text[this.at] === close) this.repairs.add('trailing-comma');
  }

  #close(close: string): boolean {
    this.#blanks();
    if (this.#text[this.at] !== close) return false;
    this.at++;
    return true;
  }

  #take(char: string): void {
    if (this.#text[this.at] !== char) throw new NotJson();
    this.at++;
  }

  #blanks(): void {
    for (;;) {
      while (/\s/u.test(this.#text[this.at] ?? '')) this.at++;
      if (!/[/#]/u.test(this.#text[this.at] ?? '')) return;
      const comment = /^(?:\/\/[^\n]*|#[^\n]*|\/\*[\s\S]*?\*\/)/u.exec(
        this.#text.slice(this.at, this.at + 2000),
      );
      if (comment === null) return;
      this.repairs.add('comment');
      this.at += comment[0].length;
    }
  }
}
