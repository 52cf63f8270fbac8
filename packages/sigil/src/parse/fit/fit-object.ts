import { holdsNull, isNoValue } from '@sigil/schema';
import type { ObjectType, PropertySpec } from '@sigil/spec';
import { nameKey } from '../../template/field-name.js';
import { show } from '../describe.js';
import type { ListNode, Node, ObjectNode, TextNode } from '../tree/node.js';
import type { Fit } from './fit-list.js';
import { candidateOf, take } from './cheapest.js';
import { MISFIT, shown, type Fitting, type Place } from './fitting.js';
import { MAX_WRAPPERS } from './outer-value.js';
import { jsonInside } from './json-inside.js';
import { isNullWord } from './plain-json.js';

/**
 * An object: its properties by name or alias, in any case and spelling. The object may be in a list of one, in a text, or
 * under another name; the only property of an object may come without the object.
 */
export function fitObject(
  node: Node,
  type: ObjectType,
  place: Place | undefined,
  fitting: Fitting,
  fit: Fit,
  wrappers = 0,
): Record<string, unknown> | typeof MISFIT {
  if (node.kind === 'text') return fromText(node, type, place, fitting, fit);
  if (node.kind === 'list') return fromList(node, type, place, fitting, fit, wrappers);
  const mark = fitting.mark();
  const value = isSchema(node, type)
    ? fitting.refuse(place, 'the schema', 'an object that fits it')
    : members(node, type.properties, place, fitting, fit);
  if (value !== MISFIT || wrappers >= MAX_WRAPPERS) return value;
  const why = fitting.misfit;
  fitting.reset(mark);
  const inside = unwrapped(node, type, place, fitting, fit, wrappers);
  if (inside === MISFIT) fitting.misfit ??= why;
  return inside;
}

/** The properties of an object. */
export function members(
  node: ObjectNode,
  properties: readonly PropertySpec[],
  place: Place | undefined,
  fitting: Fitting,
  fit: Fit,
): Record<string, unknown> | typeof MISFIT {
  const given = new Map<PropertySpec, Node>();
  for (const { key, value } of node.members) {
    const property = propertyNamed(properties, key);
    if (property !== undefined && (key === property.name || key === property.alias) && !given.has(property)) {
      given.set(property, value);
      continue;
    }
    const inside: Place = { around: place, key: property?.name ?? key };
    if (property === undefined) fitting.note(inside, 'unknown-dropped', shown(value), '', 1);
    else if (given.has(property)) fitting.note(inside, 'repeated-field-dropped', shown(value), '', 1);
    else {
      given.set(property, value);
      fitting.note(inside, 'property-name', key, property.name, 0.5);
    }
  }
  const mayBeEmpty = properties.every(
    ({ optional, default: fallback }) => optional === true || fallback !== undefined,
  );
  if (given.size === 0 && node.members.length > 0 && mayBeEmpty) {
    const names = properties.map((property) => property.alias ?? property.name).join(', ');
    return fitting.refuse(place, shown(node), `a JSON object with ${names}`);
  }
  const object: Record<string, unknown> = {};
  for (const property of properties) {
    const value = fitProperty(
      given.get(property),
      property,
      { around: place, key: property.name },
      fitting,
      fit,
    );
    if (value === MISFIT) return MISFIT;
    // No property of a type is named __proto__.
    if (value !== undefined) object[property.name] = value;
  }
  return object;
}

/** @returns undefined for a property that is not there and need not be */
function fitProperty(
  node: Node | undefined,
  property: PropertySpec,
  place: Place,
  fitting: Fitting,
  fit: Fit,
): unknown {
  const { type } = property;
  const mayMiss = property.optional === true || property.default !== undefined;
  if (node === undefined) {
    if (!mayMiss) return fitting.mismatch(place, undefined, type);
    fitting.cost += 0.1;
    return undefined;
  }
  if (!mayMiss) return fit(node, type, place, fitting);
  if (isNullWord(node) && !holdsNull(type, fitting.references)) {
    if (node.kind === 'text' && node.text !== 'null')
      fitting.note(place, 'null-from-text', node.text, '', 0.1);
    return undefined;
  }
  const mark = fitting.mark();
  const value = fit(node, type, place, fitting);
  if (value !== MISFIT) return value;
  const why = fitting.misfit;
  fitting.reset(mark);
  if (node.kind === 'text' && isNoValue(node.text)) {
    fitting.note(place, 'null-from-text', node.text, '', 1);
    return undefined;
  }
  if (fitting.onLoss === 'error') {
    fitting.misfit ??= why;
    return MISFIT;
  }
  fitting.lose(place, node.closed ? 'value-dropped' : 'cut-value-dropped', shown(node), node.closed ? 20 : 1);
  return undefined;
}

const indexes = new WeakMap<readonly PropertySpec[], ReadonlyMap<string, PropertySpec>>();

/** By its name or alias; else by one of them in another spelling. */
export function propertyNamed(properties: readonly PropertySpec[], key: string): PropertySpec | undefined {
  let index = indexes.get(properties);
  if (index === undefined) {
    const names = new Map<string, PropertySpec>();
    const add = (name: string, property: PropertySpec): void => {
      if (!names.has(name)) names.set(name, property);
    };
    for (const property of properties) add(property.name, property);
    for (const property of properties) add(property.alias ?? property.name, property);
    for (const property of properties) add(nameKey(property.alias ?? property.name), property);
    for (const property of properties) add(nameKey(property.name), property);
    index = names;
    indexes.set(properties, index);
  }
  return index.get(key) ?? index.get(nameKey(key.replace(/^[\s*_`"']+|[\s*_`"':]+$/gu, '')));
}

/** A JSON schema that the model said again: it describes data and is none. */
function isSchema(node: ObjectNode, type: ObjectType): boolean {
  const has = (name: string): boolean =>
    node.members.some(({ key }) => key === name) && propertyNamed(type.properties, name) === undefined;
  return has('properties') || has('$schema') || has('$defs');
}

/** The object under a name that the type does not have: `{"result": {...}}`, the arguments of a tool call. */
function unwrapped(
  node: ObjectNode,
  type: ObjectType,
  place: Place | undefined,
  fitting: Fitting,
  fit: Fit,
  wrappers: number,
): Record<string, unknown> | typeof MISFIT {
  if (isSchema(node, type)) return MISFIT;
  const found = node.members.flatMap(({ key, value }) => {
    // What stands under the name of a property is its value, whatever it looks like.
    if (propertyNamed(type.properties, key) !== undefined) return [];
    const isText = value.kind === 'text' && value.quoted && /^\s*\{/u.test(value.text);
    if (value.kind !== 'object' && !isText) return [];
    const read = candidateOf(() => fitObject(value, type, place, fitting, fit, wrappers + 1), fitting);
    return read === undefined ? [] : [{ key, read }];
  });
  const [only, second] = found;
  if (only === undefined || second !== undefined) return MISFIT;
  const value = take(only.read, fitting);
  fitting.note(place, 'taken-from-object', only.key, show(value), 5);
  return value;
}

function fromList(
  node: ListNode,
  type: ObjectType,
  place: Place | undefined,
  fitting: Fitting,
  fit: Fit,
  wrappers: number,
): Record<string, unknown> | typeof MISFIT {
  const [only, second] = wrappers < MAX_WRAPPERS ? node.items : [];
  if (only === undefined || second !== undefined) return onlyProperty(node, type, place, fitting, fit);
  const value = fitObject(only, type, place, fitting, fit, wrappers + 1);
  if (value === MISFIT) return value;
  fitting.note(place, 'taken-from-list', shown(node), show(value), 2);
  return value;
}

function fromText(
  node: TextNode,
  type: ObjectType,
  place: Place | undefined,
  fitting: Fitting,
  fit: Fit,
): Record<string, unknown> | typeof MISFIT {
  const inside = jsonInside(node, fitting, place);
  if (inside !== undefined) return fitObject(inside, type, place, fitting, fit);
  return onlyProperty(node, type, place, fitting, fit);
}

/** The value of the only property, without the object: `12` for `{ value: number }`. */
function onlyProperty(
  node: Node,
  type: ObjectType,
  place: Place | undefined,
  fitting: Fitting,
  fit: Fit,
): Record<string, unknown> | typeof MISFIT {
  const [only, second] = type.properties;
  const isList = only?.type.kind === 'array' || only?.type.kind === 'set';
  if (only === undefined || second !== undefined || isNullWord(node) || (node.kind === 'list') !== isList) {
    return fitting.mismatch(place, node, type);
  }
  const value = fit(node, only.type, { around: place, key: only.name }, fitting);
  if (value === MISFIT) return MISFIT;
  fitting.note(place, 'property-implied', shown(node), only.name, 2);
  return Object.fromEntries([[only.name, value]]);
}
