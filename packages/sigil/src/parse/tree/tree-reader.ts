import { KeyReader } from './key-reader.js';
import { keyAt, type KnownNames } from './lookahead.js';
import { BareReader } from './bare-reader.js';
import { mend, textNode, type ListNode, type ObjectNode } from './node.js';
import { OpenNodes, type Frame } from './open-nodes.js';
import { opensValue } from './opens-value.js';
import { plainStringEnd, plainWordEnd } from './plain-token.js';
import { quoteAt } from './quotes.js';
import { Source } from './source.js';
import { StringReader } from './string-reader.js';

/** What the reader expects next. */
type State = 'prose' | 'key' | 'key text' | 'colon' | 'value' | 'string' | 'bare' | 'after';

const OPENING = /[{[]/gu;

/**
 * Reads the lists and objects in a reply, in whatever state of repair they are, in one pass: text is taken as it comes,
 * and looked at once. Around them anything may stand. Where a character can mean two things, what stands right behind it
 * decides; what has not come yet is waited for.
 *
 * @example
 * ```ts
 * const reader = new TreeReader(undefined);
 * reader.push('Here: {"a": 1,');
 * reader.push(' b: [2, 3}');
 * reader.end();
 * reader.roots.length; // -> 1
 * ```
 */
export class TreeReader {
  readonly #source: Source;
  readonly #known: KnownNames;
  readonly #open: OpenNodes;
  readonly #keys: KeyReader;
  #state: State = 'prose';
  #string: StringReader | undefined;
  #bare: BareReader | undefined;

  /** @param known the names of properties that the wanted type has; undefined where objects may have any */
  constructor(known: KnownNames, source = new Source()) {
    this.#known = known;
    this.#source = source;
    this.#open = new OpenNodes(known);
    this.#keys = new KeyReader(source, this.#open, known);
  }

  /** The outermost lists and objects so far. The last one may be open. */
  get roots(): readonly (ListNode | ObjectNode)[] {
    return this.#open.roots;
  }

  push(chunk: string): void {
    this.#source.push(chunk);
    this.#run();
  }

  /** Nothing more comes: what is open ends here, as it is. */
  end(): void {
    this.#source.ended = true;
    this.#run();
    this.#open.cutOff(this.#source.place);
  }

  #run(): void {
    while (this.#step());
  }

  /** @returns false when more text is needed */
  #step(): boolean {
    switch (this.#state) {
      case 'prose':
        return this.#prose();
      case 'key':
        return this.#key();
      case 'key text':
        return this.#keyText();
      case 'colon':
        return this.#colon();
      case 'value':
        return this.#value();
      case 'string':
        return this.#stringText();
      case 'bare':
        return this.#bareText();
      case 'after':
        return this.#after();
    }
  }

  #prose(): boolean {
    const { text } = this.#source;
    OPENING.lastIndex = this.#source.at;
    const found = OPENING.exec(text);
    this.#source.at = found?.index ?? text.length;
    if (found === null) return false;
    const opens = opensValue(this.#source, this.#source.at, this.#known);
    if (opens === undefined) return false;
    if (opens) this.#opening(text[this.#source.at] === '{' ? 'object' : 'list');
    else this.#source.at++;
    return true;
  }

  #key(): boolean {
    const source = this.#source;
    if (!this.#skip()) return false;
    const frame = this.#open.top;
    const { node } = frame;
    const character = source.text[source.at];
    if (character === undefined) return false;
    if (character === '}') return this.#close(frame, 'trailing-comma');
    if (character === ']') return this.#closeList();
    if (character === ',' || character === ';') return this.#passOver(1, 'extra-comma');
    if (character === '.' || character === '…') return this.#dots();
    if (character === '{' && this.#open.isIn('list')) {
      // The next item, and this one was not closed.
      mend(node, 'unclosed', '');
      this.#pop();
      this.#state = 'value';
      return true;
    }
    if (character === '`') {
      const fence = source.has('```');
      if (fence !== false) return fence === true && this.#fence();
    }
    return this.#keyText();
  }

  #keyText(): boolean {
    const end = this.#keys.read();
    if (end === 'none') {
      this.#state = 'key';
      return this.#junk();
    }
    this.#state = end ?? 'key text';
    return end !== undefined;
  }

  #colon(): boolean {
    if (!this.#skip() || this.#source.at >= this.#source.text.length) return false;
    const end = this.#keys.readColon();
    if (end !== undefined) this.#state = end === 'none' ? 'key' : 'value';
    return end !== undefined;
  }

  #value(): boolean {
    const source = this.#source;
    if (!this.#skip()) return false;
    const frame = this.#open.top;
    const character = source.text[source.at];
    if (character === undefined) return false;
    const isList = frame.node.kind === 'list';
    if (character === ',' && isList) return this.#passOver(1, 'extra-comma');
    if (character === ']' && isList) return this.#close(frame, 'trailing-comma');
    if (character === ',' || character === ']' || character === '}') {
      if (isList && character === '}') return this.#closeObject();
      // A key without a value.
      if (frame.key !== undefined) mend(frame.node, 'missing-value', frame.key, true);
      frame.key = undefined;
      this.#state = 'key';
      return true;
    }
    if (!isList && character === ':') return this.#passOver(1, 'other-colon');
    if (isList && (character === '…' || character === '.')) {
      const dots = source.has('...');
      if (dots === undefined) return false;
      if (dots || character === '…') return this.#dots();
    }
    if (character === '{' || character === '[') {
      this.#opening(character === '{' ? 'object' : 'list');
      return true;
    }
    return this.#plain(frame, character) || this.#text();
  }

  /** A text or a word that is as JSON has it. */
  #plain({ node }: Frame, character: string): boolean {
    const source = this.#source;
    const quoted = character === '"';
    const end = quoted ? plainStringEnd(source, node.kind) : plainWordEnd(source, node.kind);
    if (end < 0) return false;
    const start = source.place;
    const text = quoted ? source.text.slice(source.at + 1, end - 1) : source.text.slice(source.at, end);
    source.at = end;
    this.#open.add(textNode(text, quoted, { start, end: source.place }));
    this.#state = 'after';
    return true;
  }

  /** The beginning of a string or of a bare word. */
  #text(): boolean {
    const source = this.#source;
    const quote = quoteAt(source, source.at);
    if (quote === 'more') return false;
    if (quote?.open === '```') {
      // A fence may also end the block that the value stands in.
      const behind = source.next(source.at + 3);
      if (behind === undefined) return false;
      if (behind >= source.text.length) return this.#fence();
    }
    const start = source.place;
    if (quote === undefined) {
      this.#bare = new BareReader(source, start);
      this.#open.add(this.#bare.node);
      this.#state = 'bare';
      return true;
    }
    source.at += quote.open.length;
    this.#string = new StringReader(source, quote, start);
    this.#open.add(this.#string.node);
    this.#state = 'string';
    return true;
  }

  #stringText(): boolean {
    const reader = this.#string;
    if (reader?.read(this.#open.around()) === undefined) return false;
    this.#open.noteQuotes(reader.node);
    const behind = this.#source.next(this.#source.at);
    // More of it may come.
    if (behind !== undefined && this.#source.text[behind] === '+') reader.node.closed = false;
    this.#string = undefined;
    this.#state = 'after';
    return true;
  }

  #bareText(): boolean {
    const done = this.#bare?.read(this.#open.around());
    if (done === undefined) return false;
    const node = this.#bare?.node;
    this.#bare = undefined;
    this.#state = 'after';
    if (node?.text === '') this.#junk();
    return true;
  }

  #after(): boolean {
    const source = this.#source;
    if (!this.#skip()) return false;
    const frame = this.#open.top;
    const character = source.text[source.at];
    if (character === undefined) return false;
    const isList = frame.node.kind === 'list';
    if (character === '}') return isList ? this.#closeObject() : this.#close(frame);
    if (character === ']') return isList ? this.#close(frame) : this.#closeList();
    if (character === ',' || character === ';') {
      if (character === ';') mend(frame.node, 'other-comma', ';');
      source.at++;
      this.#state = isList ? 'value' : 'key';
      return true;
    }
    if (character === '+') return this.#concatenation();
    if (character === '`') {
      const fence = source.has('```');
      if (fence !== false) return fence === true && this.#fence();
    }
    if (isList) return this.#nextItem(frame, character);
    const key = keyAt(source, source.at, this.#known, 'any');
    if (key === undefined) return false;
    if (!key && character !== '{') return this.#junk();
    mend(frame.node, 'missing-comma', '');
    this.#state = 'key';
    return true;
  }

  /** An item right behind another one, or a key of the object around: then the list was not closed. */
  #nextItem(frame: Frame, character: string): boolean {
    const { node } = frame;
    if (character === ':' && this.#open.isIn('object') && node.kind === 'list') {
      // What a stream has shown stays.
      const last = this.#source.isStream ? node.items.at(-1) : node.items.pop();
      this.#pop('unclosed');
      const outer = this.#open.top;
      outer.key = last?.kind === 'text' ? last.text : '';
      this.#state = 'colon';
      return true;
    }
    mend(node, 'missing-comma', '');
    this.#state = 'value';
    return true;
  }

  /** `"a" + "b"` is one text. */
  #concatenation(): boolean {
    const source = this.#source;
    const at = source.next(source.at + 1);
    if (at === undefined) return false;
    const quote = quoteAt(source, at);
    if (quote === 'more') return false;
    const node = this.#open.lastText;
    if (quote === undefined || node === undefined) {
      if (node !== undefined) node.closed = true;
      return this.#junk();
    }
    source.at = at + quote.open.length;
    mend(node, 'joined-text', '+');
    this.#string = new StringReader(source, quote, node.start, node);
    this.#state = 'string';
    return true;
  }

  /** `...` in the place of more items. */
  #dots(): boolean {
    const source = this.#source;
    const match = /^(?:\.{1,8}|…)[^,\]}\n"]*/u.exec(source.text.slice(source.at, source.at + 200));
    const length = match?.[0].length ?? 1;
    if (source.at + length >= source.text.length && !source.ended) return false;
    return this.#passOver(length, 'ellipsis');
  }

  /** Text that has no meaning where it stands, up to what may go on. */
  #junk(): boolean {
    const source = this.#source;
    const rest = source.text.slice(source.at);
    const end = rest.search(/[,\n}\]]/u);
    const length = end < 0 ? rest.length : Math.max(end, 1);
    mend(this.#open.top.node, 'text-dropped', rest.slice(0, length).trim(), true);
    source.at += length;
    return true;
  }

  #passOver(length: number, fix: string): boolean {
    mend(this.#open.top.node, fix, this.#source.text.slice(this.#source.at, this.#source.at + length));
    this.#source.at += length;
    return true;
  }

  /** The block of code that holds the value ends: so does the value. */
  #fence(): boolean {
    while (!this.#open.isEmpty) this.#pop('cut-off');
    this.#state = 'prose';
    return true;
  }

  #opening(kind: 'list' | 'object'): void {
    this.#open.open(kind, this.#source.place);
    this.#source.at++;
    this.#state = kind === 'list' ? 'value' : 'key';
  }

  /** @param comma the mistake where the last thing before the end was a comma */
  #close({ node }: Frame, comma?: string): boolean {
    const isEmpty = node.kind === 'list' ? node.items.length === 0 : node.members.length === 0;
    if (comma !== undefined && !isEmpty) mend(node, comma, ',');
    this.#source.at++;
    this.#pop();
    return true;
  }

  /** `}` inside of a list: the list was not closed, or the brace means nothing. */
  #closeObject(): boolean {
    if (!this.#open.isIn('object')) return this.#junk();
    this.#open.closeTo('object', this.#source.place);
    return this.#close(this.#open.top);
  }

  #closeList(): boolean {
    if (!this.#open.isIn('list')) return this.#junk();
    this.#open.closeTo('list', this.#source.place);
    return this.#close(this.#open.top);
  }

  #pop(fix?: 'unclosed' | 'cut-off'): void {
    this.#open.close(this.#source.place, fix);
    this.#state = this.#open.isEmpty ? 'prose' : 'after';
  }

  #skip(): boolean {
    return this.#source.skip(this.#onComment);
  }

  readonly #onComment = (): void => {
    mend(this.#open.top.node, 'comment', '');
  };
}
