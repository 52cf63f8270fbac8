import type { ValueType } from '@sigil/spec';
import { knownNames } from '../find/known-names.js';
import { propertyNamed } from '../fit/fit-object.js';
import { parseValue, type ParsedValue, type ParseOptions } from '../parse-value.js';
import type { ListNode, ObjectNode } from '../tree/node.js';
import { TreeReader } from '../tree/tree-reader.js';
import { BehindDraft } from './behind-draft.js';
import { NOTHING, PartialValues } from './partial-values.js';
import { TextSoFar } from './text-so-far.js';

/** Reads a reply while it comes. */
export interface PartialParser {
  /**
   * Takes the next piece of the reply.
   *
   * @returns what can be shown of the value so far, a new object each time something came; undefined for nothing
   */
  push(chunk: string): unknown;
  /**
   * The reply is over.
   *
   * @returns its value, as `parseValue` has it
   * @throws ParseError
   */
  end(): ParsedValue;
}

/**
 * A parser for a reply that comes in pieces, of any size. Texts and lists only grow, what else is shown never changes;
 * numbers, booleans and names appear when they are whole. The work for a piece grows with the piece, not with what came
 * before.
 *
 * @example
 * ```ts
 * const parser = partialParser({ kind: 'array', items: { kind: 'string' } });
 * parser.push('["fern", "mo'); // -> ['fern', 'mo']
 * parser.push('ss"]'); // -> ['fern', 'moss']
 * parser.end().value; // -> ['fern', 'moss']
 * ```
 */
export function partialParser(type: ValueType, options: Pick<ParseOptions, 'onLoss'> = {}): PartialParser {
  return bodyOf(type).kind === 'string' ? new PartialText(type, options) : new PartialTree(type, options);
}

class PartialText implements PartialParser {
  readonly #type: ValueType;
  readonly #options: ParseOptions;
  readonly #answer = new BehindDraft();
  readonly #text = new TextSoFar();
  #reply = '';

  constructor(type: ValueType, options: ParseOptions) {
    this.#type = type;
    this.#options = options;
  }

  push(chunk: string): unknown {
    this.#reply += chunk;
    const text = this.#text.push(this.#answer.push(chunk));
    // It may be the word for no value.
    return text === '' || (this.#type.kind === 'nullable' && text.length < 5) ? undefined : text;
  }

  end(): ParsedValue {
    return parseValue(this.#reply, this.#type, this.#options);
  }
}

class PartialTree implements PartialParser {
  readonly #type: ValueType;
  readonly #options: ParseOptions;
  readonly #answer = new BehindDraft();
  readonly #reader: TreeReader;
  readonly #values = new PartialValues();
  #reply = '';
  #root: ListNode | ObjectNode | undefined;
  /** How many lists and objects need no further look. */
  #passed = 0;
  /** Items that stand one after the other without a list, as far as they are over. */
  readonly #done: unknown[] = [];

  constructor(type: ValueType, options: ParseOptions) {
    this.#type = type;
    this.#options = options;
    this.#reader = new TreeReader(knownNames(type));
  }

  push(chunk: string): unknown {
    this.#reply += chunk;
    const answer = this.#answer.push(chunk);
    if (answer !== '') this.#reader.push(answer);
    const body = bodyOf(this.#type);
    this.#root ??= this.#findRoot(body);
    if (this.#root === undefined) return undefined;
    const isItem = this.#root.kind === 'object' && (body.kind === 'array' || body.kind === 'set');
    const value = isItem ? this.#items(body) : this.#values.of(this.#root, this.#type);
    return value === NOTHING ? undefined : value;
  }

  end(): ParsedValue {
    return parseValue(this.#reply, this.#type, this.#options);
  }

  /** Each list and object is looked at while it is open, and once when it is over. */
  #findRoot(body: ValueType): ListNode | ObjectNode | undefined {
    const { roots } = this.#reader;
    for (; this.#passed < roots.length; this.#passed++) {
      const root = roots[this.#passed];
      if (root !== undefined && isMeant(root, body)) return root;
      if (root?.closed !== true) return undefined;
    }
    return undefined;
  }

  /** Objects one after the other are the items of a list. */
  #items(body: ValueType): unknown {
    if (body.kind !== 'array' && body.kind !== 'set') return NOTHING;
    const { roots } = this.#reader;
    let open: unknown = NOTHING;
    for (; this.#passed < roots.length; this.#passed++) {
      const root = roots[this.#passed];
      const isItem = root !== undefined && isMeant(root, bodyOf(body.items));
      const value = isItem ? this.#values.of(root, body.items) : NOTHING;
      if (root?.closed !== true) {
        open = value;
        break;
      }
      if (value !== NOTHING) this.#done.push(value);
    }
    const items = open === NOTHING ? this.#done.slice() : [...this.#done, open];
    return body.kind === 'set' ? new Set(items) : items;
  }
}

/** Whether a list or an object of the reply is the value that is wanted. Others are examples, settings or a schema. */
function isMeant(root: ListNode | ObjectNode, type: ValueType): boolean {
  switch (type.kind) {
    case 'object':
      if (root.kind !== 'object') return false;
      return root.members.some(({ key }) => propertyNamed(type.properties, key) !== undefined);
    case 'union':
      return root.kind === 'object'
        ? type.variants.some((variant) => isMeant(root, bodyOf(variant)))
        : root.closed && type.variants.some((variant) => isMeant(root, bodyOf(variant)));
    case 'array':
    case 'set': {
      if (root.kind === 'object') return isMeant(root, bodyOf(type.items));
      const [first] = root.items;
      if (first === undefined) return false;
      const items = bodyOf(type.items);
      return first.kind === 'text' ? items.kind !== 'object' : items.kind === 'json' || isMeant(first, items);
    }
    case 'map':
      return root.kind === 'object' && root.members.length > 0;
    case 'json':
      return true;
    case 'tuple':
      return root.kind === 'list';
    default:
      return false;
  }
}

function bodyOf(type: ValueType): ValueType {
  if (type.kind === 'nullable') return bodyOf(type.inner);
  return type.kind === 'recursive' ? bodyOf(type.type) : type;
}
