import { nameKey } from '../../template/field-name.js';
import type { KnownNames } from './lookahead.js';
import { mend } from './node.js';
import type { Frame, OpenNodes } from './open-nodes.js';
import { plainKeyEnd } from './plain-token.js';
import { quoteAt } from './quotes.js';
import type { Source } from './source.js';
import { HALF_KEY, StringReader } from './string-reader.js';

/** Longer than any key without quotes. */
const BARE_LENGTH = 200;

/** What became of a key: the value comes next, or the colon, there is no key, or more of the reply is needed. */
export type KeyEnd = 'value' | 'colon' | 'none' | undefined;

/** Reads the key of a property, and the colon behind it. */
export class KeyReader {
  readonly #source: Source;
  readonly #open: OpenNodes;
  readonly #known: KnownNames;
  #string: StringReader | undefined;

  constructor(source: Source, open: OpenNodes, known: KnownNames) {
    this.#source = source;
    this.#open = open;
    this.#known = known;
  }

  /** The key, from its first character on. */
  read(): KeyEnd {
    const source = this.#source;
    const { top } = this.#open;
    if (this.#string !== undefined) return this.#quoted(this.#string, top);
    const plain = plainKeyEnd(source);
    if (plain >= 0) {
      top.key = source.text.slice(source.at + 1, plain - 2);
      source.at = plain;
      return 'value';
    }
    const odd = this.#oddQuotes(top);
    if (odd !== 'none') return odd;
    const quote = quoteAt(source, source.at);
    if (quote === 'more') return undefined;
    if (quote === undefined) return this.#bare(top);
    source.at += quote.open.length;
    this.#string = new StringReader(source, quote, source.place);
    return this.#quoted(this.#string, top);
  }

  /**
   * The colon, behind blanks and comments; where it is missing the value may come all the same.
   *
   * @returns `'none'` for a key without a value
   */
  readColon(): 'value' | 'none' | undefined {
    const source = this.#source;
    const character = source.text[source.at] ?? '';
    const { top } = this.#open;
    if (character === ',' || character === '}') {
      mend(top.node, 'text-dropped', top.key ?? '', true);
      top.key = undefined;
      return 'none';
    }
    if (/[=:]/u.test(character) && source.text[source.at + 1] === undefined && !source.ended)
      return undefined;
    if (/[:：=]/u.test(character)) {
      if (character !== ':') mend(top.node, 'other-colon', character);
      source.at += /^(?:=>|::)/u.test(source.text.slice(source.at, source.at + 2)) ? 2 : 1;
    } else mend(top.node, 'missing-colon', top.key ?? '');
    return 'value';
  }

  /** A name whose two quotes differ, or that has only the second: `"score': 5`, `score": 5`. */
  #oddQuotes(top: Frame): KeyEnd {
    const source = this.#source;
    const rest = source.text.slice(source.at, source.at + BARE_LENGTH);
    const match = /^(["'“‘]?)([\p{L}\p{N}_$-]+)(["'”’])(?=\s*[:：])/u.exec(rest);
    if (match === null) {
      const mayCome =
        !source.ended && /^["'“‘]?[\p{L}\p{N}_$-]*["'”’]?\s*$/u.test(rest) && rest.length < BARE_LENGTH;
      return mayCome ? undefined : 'none';
    }
    const [all, open = '', name = '', close = ''] = match;
    const isPair = ['""', "''", '“”', '‘’'].includes(`${open}${close}`);
    // In a key of two quotes a third one is part of it, unless the name is known.
    if (isPair || (open !== '' && this.#known?.has(nameKey(name)) !== true)) return 'none';
    source.at += all.length;
    top.key = name;
    mend(top.node, 'unclosed-key', name);
    return 'colon';
  }

  #bare(top: Frame): KeyEnd {
    const source = this.#source;
    const rest = source.text.slice(source.at, source.at + BARE_LENGTH);
    const match = /^[^\s:：=,{}[\]"“”'`][^:：=,{}[\]"“”\n]*?(?=\s*(?:[:：=]|["“'{[]))/u.exec(rest);
    if (match === null) {
      const mayCome = !source.ended && rest.length < BARE_LENGTH && !/[,}\]\n]/u.test(rest);
      return mayCome ? undefined : 'none';
    }
    const name = match[0].trim();
    source.at += match[0].length;
    top.key = name;
    top.bareKeys = true;
    mend(top.node, 'unquoted-key', name);
    return 'colon';
  }

  #quoted(reader: StringReader, top: Frame): KeyEnd {
    const source = this.#source;
    if (reader.read(this.#open.around('key')) === undefined) {
      if (source.ended) mend(top.node, 'text-dropped', reader.node.text, true);
      return undefined;
    }
    this.#string = undefined;
    for (const fix of reader.node.fixes ?? []) mend(top.node, fix.kind, fix.from);
    this.#open.noteQuotes(reader.node);
    const half = HALF_KEY.exec(reader.node.text)?.[1];
    if (half !== undefined && !/^\s*:/u.test(source.text.slice(source.at))) {
      // `"vendor: "Lynx"`: the quote opens the value.
      mend(top.node, 'unclosed-key', half);
      top.key = half;
      source.at--;
      return 'value';
    }
    top.key = reader.node.text;
    return 'colon';
  }
}
