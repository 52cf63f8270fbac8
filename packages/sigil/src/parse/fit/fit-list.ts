import { limitProblem } from '@sigil/schema';
import type { ArrayType, SetType, ValueType } from '@sigil/spec';
import { show } from '../describe.js';
import { textNode, type ListNode, type Node, type ObjectNode } from '../tree/node.js';
import { cheapest } from './cheapest.js';
import { MISFIT, shown, type Fitting, type Misfit, type Place } from './fitting.js';
import { itemsInText } from './items-in-text.js';
import { jsonInside } from './json-inside.js';
import { isNullWord } from './plain-json.js';

/** Fits a value inside of another one. */
export type Fit = (node: Node, type: ValueType, place: Place | undefined, fitting: Fitting) => unknown;

/** A list. One value alone becomes a list of it; an object around the only list that fits is left out. */
export function fitList(
  node: Node,
  type: ArrayType | SetType,
  place: Place | undefined,
  fitting: Fitting,
  fit: Fit,
): unknown[] | typeof MISFIT {
  const values = valuesOf(node, type, place, fitting, fit);
  if (values === MISFIT || type.constraints === undefined) return values;
  const problem = limitProblem(type.constraints, values);
  if (problem !== undefined) fitting.breaks(place, values, problem);
  return values;
}

/** As {@link fitList}; what is there twice is there once. */
export function fitSet(
  node: Node,
  type: SetType,
  place: Place | undefined,
  fitting: Fitting,
  fit: Fit,
): unknown[] | typeof MISFIT {
  const values = fitList(node, type, place, fitting, fit);
  return values === MISFIT ? values : withoutRepetition(values, place, fitting);
}

/** The items of a set: what is there twice is there once. */
export function withoutRepetition(values: unknown[], place: Place | undefined, fitting: Fitting): unknown[] {
  const kept = new Map(values.map((value) => [JSON.stringify(value), value]));
  if (kept.size === values.length) return values;
  fitting.note(place, 'set-repetition-dropped', show(values), show([...kept.values()]), 0.5);
  return [...kept.values()];
}

function valuesOf(
  node: Node,
  type: ArrayType | SetType,
  place: Place | undefined,
  fitting: Fitting,
  fit: Fit,
): unknown[] | typeof MISFIT {
  if (node.kind === 'list') return fitItems(node.items, type.items, place, fitting, fit);
  if (node.kind === 'object') return fromObject(node, type, place, fitting, fit);
  if (isNullWord(node)) return fitting.mismatch(place, node, type);
  const inside = jsonInside(node, fitting, place);
  if (inside?.kind === 'list') return valuesOf(inside, type, place, fitting, fit);
  const parts = itemsInText(node.text, type.items);
  if (parts === undefined || parts.around !== '' || parts.items.length < 2)
    return alone(node, type, place, fitting, fit);
  const items = parts.items.map((text) => textNode(text.trim(), node.quoted, node));
  const values = fitItems(items, type.items, place, fitting, fit);
  if (values !== MISFIT) fitting.note(place, 'list-from-text', node.text, show(values), 2);
  return values;
}

function fitItems(
  items: readonly Node[],
  type: ValueType,
  place: Place | undefined,
  fitting: Fitting,
  fit: Fit,
): unknown[] | typeof MISFIT {
  const values: unknown[] = [];
  let dropped: Misfit | undefined;
  for (const [index, item] of items.entries()) {
    const at: Place = { around: place, key: index };
    const mark = fitting.mark();
    const value = fit(item, type, at, fitting);
    if (value !== MISFIT) {
      values.push(value);
      continue;
    }
    const why = fitting.misfit;
    fitting.reset(mark);
    if (fitting.onLoss === 'error') {
      fitting.misfit ??= why;
      return MISFIT;
    }
    fitting.lose(at, item.closed ? 'item-dropped' : 'cut-item-dropped', shown(item), item.closed ? 10 : 1);
    dropped = item.closed ? (dropped ?? why) : dropped;
  }
  if (dropped === undefined || values.length > 0) return values;
  // Nothing of the list is a list of this kind.
  fitting.misfit ??= dropped;
  return MISFIT;
}

function alone(
  node: Node,
  type: ArrayType | SetType,
  place: Place | undefined,
  fitting: Fitting,
  fit: Fit,
): unknown[] | typeof MISFIT {
  const value = fit(node, type.items, { around: place, key: 0 }, fitting);
  if (value === MISFIT) return MISFIT;
  fitting.note(place, 'wrapped-in-list', shown(node), show([value]), 1);
  return [value];
}

/** An item without its list, or the list under a name. */
function fromObject(
  node: ObjectNode,
  type: ArrayType | SetType,
  place: Place | undefined,
  fitting: Fitting,
  fit: Fit,
): unknown[] | typeof MISFIT {
  const lists = node.members.filter(({ value }) => value.kind === 'list');
  const [only, second] = lists;
  const tries = [(): unknown => alone(node, type, place, fitting, fit)];
  if (only?.value.kind === 'list' && second === undefined) {
    const { key, value } = only;
    tries.push(() => underName(key, value, node, type, place, fitting, fit));
  }
  const values = cheapest(tries, fitting);
  return Array.isArray(values) ? values : fitting.mismatch(place, node, type);
}

/** The only list in an object. */
function underName(
  name: string,
  list: ListNode,
  node: ObjectNode,
  type: ArrayType | SetType,
  place: Place | undefined,
  fitting: Fitting,
  fit: Fit,
): unknown[] | typeof MISFIT {
  const values = fitItems(list.items, type.items, place, fitting, fit);
  if (values === MISFIT) return MISFIT;
  fitting.note(place, 'taken-from-object', name, show(values), 3);
  for (const { key, value } of node.members) {
    if (value !== list) fitting.note({ around: place, key }, 'unknown-dropped', shown(value), '', 1);
  }
  return values;
}
