import { limitProblem, templatePattern, valueNamed } from '@sigil/schema';
import type { MapType } from '@sigil/spec';
import { describe } from '../describe.js';
import type { Node } from '../tree/node.js';
import type { Fit } from './fit-list.js';
import { MISFIT, shown, type Fitting, type Place } from './fitting.js';
import { jsonInside } from './json-inside.js';
import { readText } from './fit-scalar.js';

/** A map: an object, a list of `key` and `value`, or a list of pairs. The result is an object. */
export function fitMap(
  node: Node,
  type: MapType,
  place: Place | undefined,
  fitting: Fitting,
  fit: Fit,
): Record<string, unknown> | typeof MISFIT {
  if (node.kind === 'text') {
    const inside = jsonInside(node, fitting, place);
    if (inside === undefined) return fitting.mismatch(place, node, type);
    return fitMap(inside, type, place, fitting, fit);
  }
  const given = node.kind === 'object' ? node.members : node.items.map(entryOf);
  const entries = new Map<string, unknown>();
  for (const entry of given) {
    if (entry === undefined) return fitting.mismatch(place, node, type);
    const inside: Place = { around: place, key: entry.key };
    // Neither is a key of an object like others.
    if (entry.key === '__proto__' || entry.key === 'constructor') {
      return fitting.refuse(place, JSON.stringify(entry.key), 'another key: this one is no key of an object');
    }
    const mark = fitting.mark();
    const key = keyOf(entry.key, type.key, place, fitting);
    const value = key === undefined ? MISFIT : fit(entry.value, type.value, inside, fitting);
    if (key === undefined || value === MISFIT) {
      const why = fitting.misfit;
      fitting.reset(mark);
      if (fitting.onLoss === 'error') {
        if (key === undefined) return fitting.refuse(place, JSON.stringify(entry.key), describe(type.key));
        fitting.misfit ??= why;
        return MISFIT;
      }
      fitting.lose(inside, 'entry-dropped', shown(entry.value), 10);
    } else if (entries.has(key)) fitting.note(inside, 'repeated-field-dropped', shown(entry.value), '', 1);
    else entries.set(key, value);
  }
  const map = Object.fromEntries(entries);
  const problem = type.constraints === undefined ? undefined : limitProblem(type.constraints, map);
  if (problem !== undefined) fitting.breaks(place, map, problem);
  return map;
}

/** A key and its value. */
export interface Entry {
  readonly key: string;
  readonly value: Node;
}

/** What an item of a list says of a map: an object of `key` and `value`, or a pair. */
export function entryOf(node: Node): Entry | undefined {
  if (node.kind === 'text') return undefined;
  const [key, value, more] = node.kind === 'list' ? node.items : pair(node.members);
  if (key?.kind !== 'text' || value === undefined || more !== undefined) return undefined;
  return { key: key.text, value };
}

function pair(members: readonly Entry[]): readonly Node[] {
  const named = (name: string): Node | undefined =>
    members.find(({ key }) => key.toLowerCase() === name)?.value;
  const key = named('key');
  const value = named('value');
  return key === undefined || value === undefined ? [] : [key, value];
}

/** The text of a key of the program's map; undefined where the name is none. */
export function keyOf(
  name: string,
  type: MapType['key'],
  place: Place | undefined,
  fitting: Fitting,
): string | undefined {
  if (type.kind === 'number') return name.trim() !== '' && Number.isFinite(Number(name)) ? name : undefined;
  if (type.kind === 'template') return new RegExp(templatePattern(type), 'u').test(name) ? name : undefined;
  if (type.kind === 'string') return name;
  const exact = valueNamed(type, name);
  if (exact !== undefined) return String(exact);
  const reading = readText(name, type);
  if (reading === undefined) return undefined;
  fitting.note(place, 'enum-from-text', name, String(reading.value), 1);
  return String(reading.value);
}
