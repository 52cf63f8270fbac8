import { bodyOf } from '@sigil/schema';
import type { ValueType } from '@sigil/spec';
import { knownNames } from '../find/known-names.js';
import { propertyNamed } from '../fit/fit-object.js';
import type { ListNode, ObjectNode } from '../tree/node.js';
import { Source } from '../tree/source.js';
import { TreeReader } from '../tree/tree-reader.js';
import { PartialValues, type JsonForm } from './partial-values.js';
import { NOTHING } from './shown-property.js';

/** What a stream shows of the JSON in an answer: of the first list or object that is the value that is wanted. */
export class PartialTree {
  readonly #type: ValueType;
  readonly #reader: TreeReader;
  readonly #values: PartialValues;
  #root: ListNode | ObjectNode | undefined;
  /** True for a reply that begins as a text in quotes; undefined before its first character. */
  #isText: boolean | undefined;
  /** How many lists and objects need no further look. */
  #passed = 0;
  /** Items that stand one after the other without a list, as far as they are over. */
  readonly #done: unknown[] = [];

  constructor(type: ValueType, json?: JsonForm) {
    this.#type = type;
    this.#values = new PartialValues(json);
    this.#reader = new TreeReader(knownNames(type), new Source('', false, true));
  }

  /** @returns what can be shown of the value so far; undefined for nothing */
  push(answer: string): unknown {
    // A text that holds the JSON is read when it is whole.
    this.#isText ??= answer.trim() === '' ? undefined : answer.trimStart().startsWith('"');
    if (this.#isText === true) return undefined;
    if (answer !== '') this.#reader.push(answer);
    const body = bodyOf(this.#type);
    this.#root ??= this.#findRoot(body);
    if (this.#root === undefined) return undefined;
    const isItem = this.#root.kind === 'object' && (body.kind === 'array' || body.kind === 'set');
    const value = isItem ? this.#items(body) : this.#values.of(this.#root, this.#type);
    return value === NOTHING ? undefined : value;
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
