import { keyAt, type KnownNames, type Surroundings } from './lookahead.js';
import { BareReader } from './bare-reader.js';
import { mend, type ListNode, type Node, type ObjectNode, type TextNode } from './node.js';
import { opensValue } from './opens-value.js';
import { plainKeyEnd, plainStringEnd, plainWordEnd } from './plain-token.js';
import { quoteAt } from './quotes.js';
import { Source } from './source.js';
import { HALF_KEY, StringReader } from './string-reader.js';

/** An open list or object. */
interface Frame {
  readonly node: ListNode | ObjectNode;
  /** The key whose value comes next. */
  key: string | undefined;
  bareKeys: boolean;
}

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
  /** The outermost lists and objects so far. The last one may be open. */
  readonly roots: (ListNode | ObjectNode)[] = [];
  readonly #source: Source;
  readonly #known: KnownNames;
  readonly #stack: Frame[] = [];
  /** How many of the open ones are lists. */
  #lists = 0;
  #state: State = 'prose';
  /** One for all values: making one for each costs a tenth of the reading. */
  readonly #surroundings: Surroundings;
  #string: StringReader | undefined;
  #bare: BareReader | undefined;

  /** @param known the names of properties that the wanted type has; undefined where objects may have any */
  constructor(known: KnownNames, source = new Source()) {
    this.#known = known;
    this.#source = source;
    this.#surroundings = { place: 'object', inObject: false, inList: false, bareKeys: false, known };
  }

  push(chunk: string): void {
    this.#source.push(chunk);
    this.#run();
  }

  /** Nothing more comes: what is open ends here, as it is. */
  end(): void {
    this.#source.ended = true;
    this.#run();
    for (const { node } of this.#stack) node.end = this.#source.place;
    const inner = this.#stack.at(-1);
    if (inner !== undefined) mend(inner.node, 'cut-off', '', true);
    this.#stack.length = 0;
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
    if (opens) this.#open(text[this.#source.at] === '{' ? 'object' : 'list');
    else this.#source.at++;
    return true;
  }

  #key(): boolean {
    const source = this.#source;
    if (!this.#skip()) return false;
    const frame = this.#top();
    const { node } = frame;
    const character = source.text[source.at];
    if (character === undefined) return false;
    if (character === '}') return this.#close(frame, 'trailing-comma');
    if (character === ']') return this.#closeList();
    if (character === ',' || character === ';') return this.#passOver(1, 'extra-comma');
    if (character === '.' || character === '…') return this.#dots();
    if (character === '{' && this.#isIn('list')) {
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
    const plain = plainKeyEnd(source);
    if (plain >= 0) {
      frame.key = source.text.slice(source.at + 1, plain - 2);
      source.at = plain;
      this.#state = 'value';
      return true;
    }
    const quote = quoteAt(source, source.at);
    if (quote === 'more') return false;
    if (quote !== undefined) {
      source.at += quote.open.length;
      this.#string = new StringReader(source, quote, source.place);
      this.#state = 'key text';
      return true;
    }
    return this.#bareKey(frame);
  }

  /** A key without quotes; other words are passed over. */
  #bareKey(frame: Frame): boolean {
    const source = this.#source;
    const rest = source.text.slice(source.at, source.at + 200);
    const match = /^[^\s:：=,{}[\]"“”'`][^:：=,{}[\]"“”\n]*?(?=\s*(?:[:：=]|["“'{[]))/u.exec(rest);
    if (match === null) {
      const mayCome = !source.ended && rest.length < 200 && !/[,}\]\n]/u.test(rest);
      return mayCome ? false : this.#junk();
    }
    const name = match[0].trim();
    source.at += match[0].length;
    frame.key = name;
    frame.bareKeys = true;
    mend(frame.node, 'unquoted-key', name);
    this.#state = 'colon';
    return true;
  }

  #keyText(): boolean {
    const reader = this.#string;
    const frame = this.#top();
    if (reader === undefined) return false;
    const done = reader.read(this.#around('key'));
    if (done === undefined) {
      if (this.#source.ended) mend(frame.node, 'text-dropped', reader.node.text, true);
      return false;
    }
    this.#string = undefined;
    for (const fix of reader.node.fixes ?? []) mend(frame.node, fix.kind, fix.from);
    const half = HALF_KEY.exec(reader.node.text)?.[1];
    if (half !== undefined && !/^\s*:/u.test(this.#source.text.slice(this.#source.at))) {
      // `"vendor: "Lynx"`: the quote opens the value.
      mend(frame.node, 'unclosed-key', half);
      frame.key = half;
      this.#source.at--;
      this.#state = 'value';
      return true;
    }
    frame.key = reader.node.text;
    this.#state = 'colon';
    return true;
  }

  #colon(): boolean {
    const source = this.#source;
    if (!this.#skip()) return false;
    const character = source.text[source.at];
    if (character === undefined) return false;
    const frame = this.#top();
    if (character === ',' || character === '}') {
      mend(frame.node, 'text-dropped', frame.key ?? '', true);
      frame.key = undefined;
      this.#state = 'key';
      return true;
    }
    if (character === '=' && source.text[source.at + 1] === undefined && !source.ended) return false;
    if (/[:：=]/u.test(character)) {
      if (character !== ':') mend(frame.node, 'other-colon', character);
      source.at += source.text.startsWith('=>', source.at) ? 2 : 1;
    } else mend(frame.node, 'missing-colon', frame.key ?? '');
    this.#state = 'value';
    return true;
  }

  #value(): boolean {
    const source = this.#source;
    if (!this.#skip()) return false;
    const frame = this.#top();
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
    if (isList && (character === '…' || character === '.')) {
      const dots = source.has('...');
      if (dots === undefined) return false;
      if (dots || character === '…') return this.#dots();
    }
    if (character === '{' || character === '[') {
      this.#open(character === '{' ? 'object' : 'list');
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
    this.#add({ kind: 'text', text, quoted, start, end: source.place, closed: true });
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
      this.#add(this.#bare.node);
      this.#state = 'bare';
      return true;
    }
    source.at += quote.open.length;
    this.#string = new StringReader(source, quote, start);
    this.#add(this.#string.node);
    this.#state = 'string';
    return true;
  }

  #stringText(): boolean {
    const reader = this.#string;
    if (reader?.read(this.#around()) === undefined) return false;
    const behind = this.#source.next(this.#source.at);
    // More of it may come.
    if (behind !== undefined && this.#source.text[behind] === '+') reader.node.closed = false;
    this.#string = undefined;
    this.#state = 'after';
    return true;
  }

  #bareText(): boolean {
    const done = this.#bare?.read(this.#around());
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
    const frame = this.#top();
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
    if (character === ':' && this.#isIn('object') && node.kind === 'list') {
      const last = node.items.pop();
      this.#pop('unclosed');
      const outer = this.#top();
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
    const node = this.#lastText();
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

  #lastText(): TextNode | undefined {
    const { node } = this.#top();
    const last = node.kind === 'list' ? node.items.at(-1) : node.members.at(-1)?.value;
    return last?.kind === 'text' ? last : undefined;
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
    mend(this.#top().node, 'text-dropped', rest.slice(0, length).trim(), true);
    source.at += length;
    return true;
  }

  #passOver(length: number, fix: string): boolean {
    mend(this.#top().node, fix, this.#source.text.slice(this.#source.at, this.#source.at + length));
    this.#source.at += length;
    return true;
  }

  /** The block of code that holds the value ends: so does the value. */
  #fence(): boolean {
    while (this.#stack.length > 0) this.#pop('cut-off');
    this.#state = 'prose';
    return true;
  }

  #open(kind: 'list' | 'object'): void {
    const start = this.#source.place;
    const node: ListNode | ObjectNode =
      kind === 'list'
        ? { kind, start, end: start, closed: false, items: [] }
        : { kind, start, end: start, closed: false, members: [] };
    if (this.#stack.length === 0) this.roots.push(node);
    else this.#add(node);
    this.#stack.push({ node, key: undefined, bareKeys: false });
    if (kind === 'list') this.#lists++;
    this.#source.at++;
    this.#state = kind === 'list' ? 'value' : 'key';
  }

  #add(value: Node): void {
    const frame = this.#top();
    if (frame.node.kind === 'list') frame.node.items.push(value);
    else {
      frame.node.members.push({ key: frame.key ?? '', value });
      frame.key = undefined;
    }
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
    if (!this.#isIn('object')) return this.#junk();
    while (this.#top().node.kind === 'list') this.#pop('unclosed');
    return this.#close(this.#top());
  }

  #closeList(): boolean {
    if (!this.#isIn('list')) return this.#junk();
    while (this.#top().node.kind === 'object') this.#pop('unclosed');
    return this.#close(this.#top());
  }

  #pop(fix?: 'unclosed' | 'cut-off'): void {
    const frame = this.#stack.pop();
    if (frame !== undefined) {
      if (frame.node.kind === 'list') this.#lists--;
      frame.node.closed = fix !== 'cut-off';
      frame.node.end = this.#source.place;
      if (fix !== undefined) mend(frame.node, fix, '', fix === 'cut-off' ? true : undefined);
    }
    this.#state = this.#stack.length === 0 ? 'prose' : 'after';
  }

  #isIn(kind: 'list' | 'object'): boolean {
    return kind === 'list' ? this.#lists > 0 : this.#stack.length > this.#lists;
  }

  #top(): Frame {
    const frame = this.#stack.at(-1);
    if (frame === undefined) throw new TypeError('The reader is in no list and in no object.');
    return frame;
  }

  #around(place: Surroundings['place'] = this.#top().node.kind): Surroundings {
    const around = this.#surroundings;
    around.place = place;
    around.inObject = this.#isIn('object');
    around.inList = this.#isIn('list');
    around.bareKeys = this.#top().bareKeys;
    return around;
  }

  #skip(): boolean {
    return this.#source.skip(this.#onComment);
  }

  readonly #onComment = (): void => {
    mend(this.#top().node, 'comment', '');
  };
}
