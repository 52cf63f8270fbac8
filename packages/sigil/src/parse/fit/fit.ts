import type { JsonValue, ValueType } from '@sigil/spec';
import type { Node, TextNode } from '../tree/node.js';
import { fitList, fitSet } from './fit-list.js';
import { fitMap } from './fit-map.js';
import { fitObject } from './fit-object.js';
import { fitScalar } from './fit-scalar.js';
import { fitString } from './fit-string.js';
import { fitTuple } from './fit-tuple.js';
import { fitUnion } from './fit-union.js';
import { MISFIT, type Fitting, type Place } from './fitting.js';
import { noteFixes } from './note-fixes.js';
import { isNoValue } from '@sigil/schema';
import { jsonInside } from './json-inside.js';
import { isNullWord, MAX_DEPTH, plainJson } from './plain-json.js';

/**
 * Fits a node to a type: the value in the form that people write as JSON, with what had to be changed in the notes of
 * the fitting.
 *
 * @returns {@link MISFIT} where it does not fit
 */
export function fit(node: Node, type: ValueType, place: Place | undefined, fitting: Fitting): unknown {
  if (fitting.depth >= MAX_DEPTH)
    return fitting.refuse(place, 'deeper nesting', `at most ${MAX_DEPTH} levels`);
  fitting.depth++;
  const value = fitted(node, type, place, fitting);
  fitting.depth--;
  if (value !== MISFIT && node.fixes !== undefined) return noteFixes(node, value, place, fitting);
  return value;
}

function fitted(node: Node, type: ValueType, place: Place | undefined, fitting: Fitting): unknown {
  switch (type.kind) {
    case 'string':
      return fitString(node, type, place, fitting);
    case 'number':
    case 'boolean':
    case 'enum':
    case 'bigint':
    case 'date':
    case 'template':
      return fitScalar(node, type, place, fitting);
    case 'nullable':
      return fitNullable(node, type.inner, place, fitting);
    case 'array':
      return fitList(node, type, place, fitting, fit);
    case 'set':
      return fitSet(node, type, place, fitting, fit);
    case 'tuple':
      return fitTuple(node, type, place, fitting, fit);
    case 'map':
      return fitMap(node, type, place, fitting, fit);
    case 'object':
      return fitObject(node, type, place, fitting, fit);
    case 'union':
      return fitUnion(node, type, place, fitting, fit);
    case 'json':
      return fitJson(node, place, fitting);
    case 'recursive':
      fitting.references.set(type.name, type.type);
      return fitted(node, type.type, place, fitting);
    case 'reference': {
      const target = fitting.references.get(type.name);
      if (target === undefined)
        throw new TypeError(`No recursive type '${type.name}' stands around this reference.`);
      return fitted(node, target, place, fitting);
    }
  }
}

function fitNullable(node: Node, inner: ValueType, place: Place | undefined, fitting: Fitting): unknown {
  if (isNullWord(node)) {
    if (node.kind === 'text' && node.text !== 'null')
      fitting.note(place, 'null-from-text', node.text, 'null', 0.1);
    return null;
  }
  const mark = fitting.mark();
  const value = fit(node, inner, place, fitting);
  if (value !== MISFIT || node.kind !== 'text' || !isNoValue(node.text)) return value;
  fitting.reset(mark);
  fitting.note(place, 'null-from-text', node.text, 'null', 1);
  return null;
}

/** Any JSON. In an object that is the whole reply an object may stand in a text, as wire schemas want it. */
function fitJson(node: Node, place: Place | undefined, fitting: Fitting): unknown {
  if (node.kind === 'text' && node.quoted && fitting.jsonIsText) {
    const said = saidJson(node, fitting);
    if (said !== undefined) return said;
  }
  const inside =
    node.kind === 'text' && node.quoted && fitting.jsonInText ? jsonInside(node, fitting, place) : undefined;
  const json = plainJson(inside ?? node);
  if (json !== undefined) return json;
  return fitting.refuse(place, 'deeper nesting', `JSON of at most ${MAX_DEPTH} levels`);
}

/** The JSON that a text holds, as it was asked for; undefined for text that holds none. */
function saidJson(node: TextNode, fitting: Fitting): JsonValue | undefined {
  const text = node.text.trim();
  if (!/^[[{]/u.test(text)) return scalarJson(text);
  const mark = fitting.mark();
  const inside = jsonInside(node, fitting, undefined);
  // It was asked for so: there is nothing to say of it.
  fitting.reset(mark);
  const json = inside === undefined ? undefined : plainJson(inside);
  // What is nested deeper than values go has no JSON here, and is not looked through for mistakes.
  return inside === undefined || json === undefined || isMended(inside) ? undefined : json;
}

function scalarJson(text: string): JsonValue | undefined {
  if (!/^(?:"[^]*"|-?\d[\d.eE+-]*|true|false|null)$/u.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
    return typeof value === 'string' || typeof value === 'boolean' || value === null ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** True for JSON with a mistake anywhere in it. */
function isMended(node: Node): boolean {
  if (!node.closed || node.fixes !== undefined) return true;
  if (node.kind === 'list') return node.items.some(isMended);
  return node.kind === 'object' && node.members.some(({ value }) => isMended(value));
}
