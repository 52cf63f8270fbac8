import type { TupleType } from '@sigil/spec';
import { nameKey } from '../../template/field-name.js';
import type { Node } from '../tree/node.js';
import type { Fit } from './fit-list.js';
import { MISFIT, type Fitting, type Place } from './fitting.js';
import { jsonInside } from './json-inside.js';

/** A tuple: a list, or an object with a property for each item. */
export function fitTuple(
  node: Node,
  type: TupleType,
  place: Place | undefined,
  fitting: Fitting,
  fit: Fit,
): unknown[] | typeof MISFIT {
  if (node.kind === 'text') {
    const inside = jsonInside(node, fitting, place);
    if (inside === undefined) return fitting.mismatch(place, node, type);
    return fitTuple(inside, type, place, fitting, fit);
  }
  const items = node.kind === 'list' ? node.items : itemsByName(node.members, type);
  if (items.length > type.items.length && type.rest === undefined) return fitting.mismatch(place, node, type);
  const values: unknown[] = [];
  for (let index = 0; index < Math.max(items.length, type.items.length); index++) {
    const item = type.items[index];
    const one = items[index];
    const inner = item?.type ?? type.rest;
    if (inner === undefined) break;
    if (one === undefined) {
      if (item?.optional === true) break;
      return fitting.mismatch({ around: place, key: index }, undefined, inner);
    }
    const value = fit(one, inner, { around: place, key: index }, fitting);
    if (value === MISFIT) return MISFIT;
    values.push(value);
  }
  return values;
}

/** The items of a tuple that stand in an object, by their labels or numbers. */
export function itemsByName(
  members: readonly { readonly key: string; readonly value: Node }[],
  type: TupleType,
): readonly (Node | undefined)[] {
  const values = new Map(members.map(({ key, value }) => [nameKey(key), value]));
  return type.items.map((item, at) => values.get(nameKey(item.name)) ?? values.get(`item${at + 1}`));
}
