import { bodyOf } from '@sigil/schema';
import type { ValueType } from '@sigil/spec';
import { knownNames } from '../find/known-names.js';
import { isNested } from '../reply/fit-text.js';
import type { ListNode, ObjectNode } from '../tree/node.js';
import { Source } from '../tree/source.js';
import { TreeReader } from '../tree/tree-reader.js';
import { PartialValues } from './partial-values.js';
import { NOTHING } from './shown-property.js';

/** Which JSON a type is taken from in the text of a field; undefined for a type that text says in words. */
export function jsonKinds(type: ValueType): readonly ('list' | 'object')[] | undefined {
  const body = bodyOf(type);
  switch (body.kind) {
    case 'array':
    case 'set':
      return ['list'];
    case 'object':
      return ['object'];
    case 'map':
    case 'tuple':
    case 'json':
      return ['object', 'list'];
    case 'union':
      return body.discriminator === undefined ? undefined : ['object'];
    default:
      return undefined;
  }
}

/** The JSON in the text of a field while it comes: the first list or object of a kind that the type is taken from. */
export class SectionJson {
  readonly #type: ValueType;
  readonly #kinds: readonly ('list' | 'object')[];
  readonly #reader: TreeReader;
  readonly #values = new PartialValues();
  #root: ListNode | ObjectNode | undefined;
  #passed = 0;
  #start: string | undefined = '';
  /** True for text that says the value without JSON, or around it. */
  #isSaid = false;

  constructor(type: ValueType, kinds: readonly ('list' | 'object')[]) {
    this.#type = type;
    this.#kinds = kinds;
    this.#reader = new TreeReader(knownNames(type), new Source('', false, true));
  }

  /** True inside of an object: a name at the start of a line is a key of it. */
  get isInObject(): boolean {
    return this.#root?.kind === 'object' && !this.#root.closed;
  }

  /** True where the text has JSON that the value is taken from. */
  get hasBegun(): boolean {
    return this.#root !== undefined;
  }

  get isWhole(): boolean {
    return this.#root?.closed === true;
  }

  get shown(): unknown {
    return this.#root === undefined ? NOTHING : this.#values.of(this.#root, this.#type);
  }

  push(piece: string): void {
    if (this.#isSaid || this.isWhole) return;
    let text = piece;
    if (this.#start !== undefined) {
      this.#start = (this.#start + piece).trimStart();
      const begins = this.#begins(this.#start);
      if (begins === undefined) return;
      this.#isSaid = !begins;
      text = this.#start;
      this.#start = undefined;
      if (this.#isSaid) return;
    }
    this.#reader.push(text);
    this.#findRoot();
  }

  /** Nothing more comes: what waited for what stands behind it is known. */
  end(): void {
    if (this.#isSaid || this.isWhole || this.#start !== undefined) return;
    this.#reader.end();
    this.#findRoot();
  }

  /** Whether a text begins as JSON, where it has to: lists of words, and any JSON, may be said otherwise. */
  #begins(text: string): boolean | undefined {
    const body = bodyOf(this.#type);
    const isList = (body.kind === 'array' || body.kind === 'set') && !isNested(body.items);
    if (body.kind === 'json') return text === '' ? undefined : /^[[{]/u.test(text);
    if (!isList) return true;
    if (/^(?:```[a-z]*\s*)?\[/iu.test(text)) return true;
    return /^(?:`{0,3}|```[a-z]*\s*)$/iu.test(text) && text.length < 100 ? undefined : false;
  }

  #findRoot(): void {
    const { roots } = this.#reader;
    for (; this.#root === undefined && this.#passed < roots.length; this.#passed++) {
      const root = roots[this.#passed];
      if (root !== undefined && this.#kinds.includes(root.kind)) this.#root = root;
    }
  }
}
