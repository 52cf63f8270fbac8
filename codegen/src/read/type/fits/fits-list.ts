import type { ArrayTree, TupleTree, TypeTree } from '../../../declaration/type-tree.js';
import { all, type Answer, type Compare } from './answer.js';

interface Item {
  readonly type: TypeTree;
  /** A list has no end of them. */
  readonly place: 'required' | 'optional' | 'rest';
}

/** Whether a list or a tuple fits another, item by item. */
export function listFits(type: ArrayTree | TupleTree, other: ArrayTree | TupleTree, fits: Compare): Answer {
  if (type.readonly && !other.readonly) return false;
  const found = itemsOf(type);
  const wanted = itemsOf(other);
  const isOpen = wanted.rest !== undefined;
  if (!isOpen && (found.rest !== undefined || found.items.length > wanted.items.length)) return false;
  const length = Math.max(found.items.length, wanted.items.length) + 1;
  return all(
    Array.from({ length }, (_, at): Answer => {
      const one = found.items[at] ?? found.rest;
      const target = wanted.items[at] ?? wanted.rest;
      if (target === undefined) return true;
      if (target.place === 'required' && one?.place !== 'required') return false;
      if (one === undefined) return true;
      const answer = fits(one.type, target.type);
      // What may be absent is undefined beside the items of a list.
      if (one.place !== 'optional' || target.place !== 'rest' || answer === false) return answer;
      return fits({ kind: 'undefined', place: one.type.place, text: 'undefined' }, target.type) === true
        ? answer
        : undefined;
    }),
  );
}

function itemsOf(type: ArrayTree | TupleTree): { readonly items: readonly Item[]; readonly rest?: Item } {
  if (type.kind === 'array') return { items: [], rest: { type: type.items, place: 'rest' } };
  const items = type.items.map((item): Item => ({
    type: item.type,
    place: item.optional ? 'optional' : 'required',
  }));
  return type.rest === undefined ? { items } : { items, rest: { type: type.rest, place: 'rest' } };
}
