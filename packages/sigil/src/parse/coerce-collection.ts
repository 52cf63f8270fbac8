import { valueNamed } from '@sigil/schema';
import type { MapType, SetType, TupleType } from '@sigil/spec';
import { nameKey } from '../template/field-name.js';
import { note, type CoerceContext, type Fit } from './coerce-context.js';
import { show } from './describe.js';
import { mismatch, missing } from './mismatch.js';

/** A map in JSON: an object, a list of `key` and `value`, or a list of pairs. The result is an object. */
export function coerceMap(
  value: object,
  type: MapType,
  path: string,
  context: CoerceContext,
  fit: Fit,
): Record<string, unknown> {
  const given = Array.isArray(value) ? entriesIn(value, type, path, context) : Object.entries(value);
  const entries = new Map<string, unknown>();
  for (const [name, member] of given) {
    const key =
      type.key.kind === 'enum'
        ? String(valueNamed(type.key, name) ?? fit(name, type.key, path, context))
        : name;
    if (entries.has(key)) note(context, `${path}.${key}`, 'repeated-field-dropped', show(member), '');
    else entries.set(key, fit(member, type.value, `${path}.${key}`, context));
  }
  return Object.fromEntries(entries);
}

function entriesIn(
  list: readonly unknown[],
  type: MapType,
  path: string,
  context: CoerceContext,
): [string, unknown][] {
  return list.map((entry: unknown, index) => {
    if (Array.isArray(entry) && entry.length === 2) return [String(entry[0]), entry[1]];
    if (typeof entry !== 'object' || entry === null || !('key' in entry) || !('value' in entry)) {
      throw mismatch(entry, type, `${path}[${index}]`, context);
    }
    return [String(entry.key), entry.value];
  });
}

/** A tuple in JSON: a list, or an object with a property for each item. The result is a list. */
export function coerceTuple(
  value: object,
  type: TupleType,
  path: string,
  context: CoerceContext,
  fit: Fit,
): unknown[] {
  const given: readonly [string, unknown][] = Object.entries(value);
  const members = new Map(given.map(([name, member]) => [nameKey(name), member]));
  const list: readonly unknown[] = Array.isArray(value)
    ? value
    : type.items.map((item, at) => members.get(nameKey(item.name)) ?? members.get(`item${at + 1}`));
  if (list.length > type.items.length) throw mismatch(value, type, path, context);
  return type.items.map((item, index) => {
    const at = `${path}[${index}]`;
    if (list[index] === undefined) throw missing(item.type, at, context);
    return fit(list[index], item.type, at, context);
  });
}

/** The items of a set: what is there twice is there once. */
export function withoutRepetition(
  items: readonly unknown[],
  type: SetType,
  path: string,
  context: CoerceContext,
): unknown[] {
  const kept = new Map(items.map((item) => [JSON.stringify(item), item]));
  if (kept.size < items.length)
    note(context, path, `${type.kind}-repetition-dropped`, show(items), show([...kept.values()]));
  return [...kept.values()];
}
