import type { Surroundings, KnownNames } from './lookahead.js';
import { mend, type ListNode, type Node, type ObjectNode, type TextNode } from './node.js';

/** An open list or object. */
export interface Frame {
  readonly node: ListNode | ObjectNode;
  /** The key whose value comes next. */
  key: string | undefined;
  /** True where keys of the object have no quotes. */
  bareKeys: boolean;
}

/** The lists and objects of a reply: those that are over, and those that are open, one in the other. */
export class OpenNodes {
  /** The outermost ones, in their order. The last one may be open. */
  readonly roots: (ListNode | ObjectNode)[] = [];
  readonly #frames: Frame[] = [];
  /** How many of the open ones are lists. */
  #lists = 0;
  /** One for all values: making one for each costs a tenth of the reading. */
  readonly #surroundings: Surroundings;

  constructor(known: KnownNames) {
    this.#surroundings = {
      place: 'object',
      inObject: false,
      inList: false,
      bareKeys: false,
      mixesQuotes: false,
      known,
    };
  }

  get isEmpty(): boolean {
    return this.#frames.length === 0;
  }

  /** The innermost. */
  get top(): Frame {
    const frame = this.#frames.at(-1);
    if (frame === undefined) throw new TypeError('The reader is in no list and in no object.');
    return frame;
  }

  isIn(kind: 'list' | 'object'): boolean {
    return kind === 'list' ? this.#lists > 0 : this.#frames.length > this.#lists;
  }

  /** What stands around a value, or a key, that comes now. The object is the same one each time. */
  around(place: Surroundings['place'] = this.top.node.kind): Surroundings {
    const around = this.#surroundings;
    around.place = place;
    around.inObject = this.isIn('object');
    around.inList = this.isIn('list');
    around.bareKeys = this.top.bareKeys;
    return around;
  }

  /** Remembers that a text of the reply is in curly quotes. */
  noteQuotes({ fixes }: TextNode): void {
    if (fixes?.some(({ kind }) => kind === 'curly-quotes') === true) this.#surroundings.mixesQuotes = true;
  }

  open(kind: 'list' | 'object', start: number): void {
    const node: ListNode | ObjectNode =
      kind === 'list'
        ? { kind, start, end: start, closed: false, items: [] }
        : { kind, start, end: start, closed: false, members: [] };
    if (this.isEmpty) this.roots.push(node);
    else this.add(node);
    this.#frames.push({ node, key: undefined, bareKeys: false });
    if (kind === 'list') this.#lists++;
  }

  /** Adds an item, or the value of the key. */
  add(value: Node): void {
    const { top } = this;
    if (top.node.kind === 'list') top.node.items.push(value);
    else {
      top.node.members.push({ key: top.key ?? '', value });
      top.key = undefined;
    }
  }

  /** The innermost is over. */
  close(end: number, fix?: 'unclosed' | 'cut-off'): void {
    const frame = this.#frames.pop();
    if (frame === undefined) return;
    if (frame.node.kind === 'list') this.#lists--;
    frame.node.closed = fix !== 'cut-off';
    frame.node.end = end;
    if (fix !== undefined) mend(frame.node, fix, '', fix === 'cut-off' ? true : undefined);
  }

  /** Closes what is open inside of the innermost list or object, as it is: its end is missing. */
  closeTo(kind: 'list' | 'object', end: number): void {
    while (this.top.node.kind !== kind) this.close(end, 'unclosed');
  }

  /** The reply is over. */
  cutOff(end: number): void {
    for (const { node } of this.#frames) node.end = end;
    const inner = this.#frames.at(-1);
    if (inner !== undefined) mend(inner.node, 'cut-off', '', true);
    this.#frames.length = 0;
    this.#lists = 0;
  }

  /** The text that was read last. */
  get lastText(): TextNode | undefined {
    const { node } = this.top;
    const last = node.kind === 'list' ? node.items.at(-1) : node.members.at(-1)?.value;
    return last?.kind === 'text' ? last : undefined;
  }
}
