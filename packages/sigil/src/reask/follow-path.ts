import type { ArrayType, MapType, ObjectType, SetType, UnionType, ValueType } from '@sigil/spec';
import { fit } from '../parse/fit/fit.js';
import { entryOf, keyOf } from '../parse/fit/fit-map.js';
import { propertyNamed } from '../parse/fit/fit-object.js';
import { itemsByName } from '../parse/fit/fit-tuple.js';
import { followed, variantNamed } from '../parse/fit/fit-union.js';
import { Fitting, MISFIT } from '../parse/fit/fitting.js';
import { itemsInText } from '../parse/fit/items-in-text.js';
import { MAX_WRAPPERS } from '../parse/fit/outer-value.js';
import type { ListNode, Node, ObjectNode } from '../parse/tree/node.js';

/** Keys and indexes, as the program has them. */
export type Path = readonly (string | number)[];

/** More than any path takes that leads somewhere: plain unions are tried one variant after the other. */
const MAX_STEPS = 10_000;

/**
 * The node of a reply that a path of the program leads to, by the rules by which nodes are fitted to types.
 *
 * @returns undefined for a value that is missing, or that stands in a text and not in the tree
 */
export function followPath(node: Node, type: ValueType, path: Path): Node | undefined {
  return new PathFollower().follow(node, type, path);
}

class PathFollower {
  readonly #fitting = new Fitting('error');
  #steps = 0;

  follow(node: Node, type: ValueType, path: Path): Node | undefined {
    if (++this.#steps > MAX_STEPS) return undefined;
    const body = followed(type, this.#fitting);
    const [key] = path;
    if (key === undefined) return node;
    switch (body.kind) {
      case 'nullable':
        return this.follow(node, body.inner, path);
      case 'array':
      case 'set':
        return this.#item(node, body, path);
      case 'tuple': {
        if (node.kind === 'text') return undefined;
        const at = Number(key);
        const item = (node.kind === 'list' ? node.items : itemsByName(node.members, body))[at];
        const inner = body.items[at]?.type ?? body.rest;
        return item === undefined || inner === undefined
          ? undefined
          : this.follow(item, inner, path.slice(1));
      }
      case 'map':
        return this.#entry(node, body, path);
      case 'object':
        return this.#property(node, body, path);
      case 'union':
        return this.#variant(node, body, path);
      case 'string':
      case 'number':
      case 'boolean':
      case 'bigint':
      case 'date':
      case 'enum':
      case 'template':
      case 'json':
      case 'recursive':
      case 'reference':
        return undefined;
    }
  }

  #item(node: Node, type: ArrayType | SetType, [index, ...rest]: Path): Node | undefined {
    const list = this.#listIn(node, type.items);
    const items = list === undefined ? this.#alone(node, type.items) : this.#items(list, type);
    const item = items[Number(index)];
    return item === undefined ? undefined : this.follow(item, type.items, rest);
  }

  /** The list that a node is, or the only one in an object that is no item itself. */
  #listIn(node: Node, items: ValueType): ListNode | undefined {
    if (node.kind === 'list') return node;
    const lists = node.kind === 'object' ? node.members.map(({ value }) => value) : [];
    const [only, second] = lists.filter(({ kind }) => kind === 'list');
    if (only?.kind !== 'list' || second !== undefined) return undefined;
    return this.#fits(node, items) ? undefined : only;
  }

  /** One item without its list. The items in a text have no nodes. */
  #alone(node: Node, items: ValueType): readonly Node[] {
    if (node.kind !== 'text') return [node];
    const isList = /^\s*[[{]/u.test(node.text) || (itemsInText(node.text, items)?.items.length ?? 0) > 1;
    return isList ? [] : [node];
  }

  /** What is in a set twice is there once, unless the set could not be read. */
  #items(list: ListNode, type: ArrayType | SetType): readonly Node[] {
    if (type.kind === 'array') return list.items;
    const kept = new Map<string, Node>();
    for (const item of list.items) {
      const value = fit(item, type.items, undefined, this.#fitting);
      if (value === MISFIT) return list.items;
      const text = JSON.stringify(value);
      if (!kept.has(text)) kept.set(text, item);
    }
    return [...kept.values()];
  }

  #fits(node: Node, type: ValueType): boolean {
    return fit(node, type, undefined, this.#fitting) !== MISFIT;
  }

  #entry(node: Node, type: MapType, [key, ...rest]: Path): Node | undefined {
    if (node.kind === 'text') return undefined;
    const entries = node.kind === 'object' ? node.members : node.items.map(entryOf);
    const entry = entries.find((one) => one !== undefined && this.#isKey(one.key, String(key), type.key));
    return entry === undefined ? undefined : this.follow(entry.value, type.value, rest);
  }

  /** A key may be spelled otherwise than the program does. */
  #isKey(name: string, key: string, type: MapType['key']): boolean {
    if (name === key) return true;
    if (type.kind === 'number') return Number(name) === Number(key);
    if (type.kind !== 'enum') return false;
    const read = keyOf(name, type, undefined, this.#fitting);
    return read !== undefined && read === keyOf(key, type, undefined, this.#fitting);
  }

  /** An object may be in a list of one, under another name, or be left out around its only property. */
  #property(node: Node, type: ObjectType, path: Path, wrappers = 0): Node | undefined {
    const [key, ...rest] = path;
    const property = type.properties.find(({ name }) => name === key);
    if (property === undefined || wrappers > MAX_WRAPPERS) return undefined;
    if (node.kind === 'object') {
      const member = node.members.find((one) => propertyNamed(type.properties, one.key) === property);
      if (member !== undefined) return this.follow(member.value, property.type, rest);
      const inside = wrapped(node, type);
      return inside === undefined ? undefined : this.#property(inside, type, path, wrappers + 1);
    }
    const [only, second] = node.kind === 'list' ? node.items : [];
    if (only?.kind === 'object' && second === undefined)
      return this.#property(only, type, path, wrappers + 1);
    const isImplied = type.properties.length === 1 && !/^\s*\{/u.test(node.kind === 'text' ? node.text : '');
    return isImplied ? this.follow(node, property.type, rest) : undefined;
  }

  #variant(node: Node, type: UnionType, path: Path, wrappers = 0): Node | undefined {
    const { discriminator, variants } = type;
    if (discriminator === undefined) return this.#first(node, variants, path);
    const [only, second] = node.kind === 'list' ? node.items : [];
    const object = second === undefined ? (only ?? node) : node;
    if (object.kind !== 'object') return undefined;
    const named = variantNamed(object, type, discriminator, this.#fitting);
    if (named !== undefined) return this.follow(object, named, path);
    const [member, more] = object.members;
    if (member?.value.kind === 'object' && more === undefined && wrappers < MAX_WRAPPERS)
      return this.#variant(member.value, type, path, wrappers + 1);
    return this.#first(object, variants, path);
  }

  #first(node: Node, variants: readonly ValueType[], path: Path): Node | undefined {
    for (const variant of variants) {
      const found = this.follow(node, variant, path);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

/** The only object in an object that has none of the names of the type. */
function wrapped({ members }: ObjectNode, { properties }: ObjectType): Node | undefined {
  if (members.some(({ key }) => propertyNamed(properties, key) !== undefined)) return undefined;
  const [only, second] = members.filter(({ value }) => value.kind === 'object');
  return second === undefined ? only?.value : undefined;
}
