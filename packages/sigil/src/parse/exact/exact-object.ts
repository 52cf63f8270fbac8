import type { PropertySpec } from '@sigil/spec';
import { MAX_DEPTH } from '../fit/plain-json.js';
import { INEXACT, type ExactReader, type Members } from './exact-reader.js';

interface Property {
  readonly name: string;
  readonly alias: string | undefined;
  readonly mayMiss: boolean;
  readonly read: ExactReader;
}

type JsonObject = Record<string, unknown>;

/** An object with its properties in the order of the declaration: the one that is there, where it has that order. */
export function exactObject(specs: readonly PropertySpec[], readers: readonly ExactReader[]): ExactReader {
  const properties = readers.flatMap((read, at): readonly Property[] => {
    const spec = specs[at];
    if (spec === undefined) return [];
    const mayMiss = spec.optional === true || spec.default !== undefined;
    return [{ name: spec.name, alias: spec.alias, mayMiss, read }];
  });
  return (value, depth, members) => {
    if (!isObject(value)) return INEXACT;
    return isInOrder(value, properties)
      ? inPlace(value, properties, depth, members)
      : copied(value, properties, depth, members);
  };
}

/** True for an object with these names and no other, in their order. */
function isInOrder(value: JsonObject, properties: readonly Property[]): boolean {
  let next = 0;
  for (const key in value) {
    while (properties[next]?.name !== key) {
      if (properties[next]?.mayMiss !== true) return false;
      next++;
    }
    next++;
  }
  while (properties[next]?.mayMiss === true) next++;
  return next === properties.length;
}

function inPlace(
  value: JsonObject,
  properties: readonly Property[],
  depth: number,
  members: Members,
): unknown {
  let next = 0;
  for (const key in value) {
    while (properties[next]?.name !== key) next++;
    const held = value[key];
    const one = depth < MAX_DEPTH ? properties[next]?.read(held, depth + 1, members) : INEXACT;
    if (one === INEXACT) return INEXACT;
    if (one !== held) value[key] = one;
    members.read++;
    next++;
  }
  return value;
}

function copied(
  value: JsonObject,
  properties: readonly Property[],
  depth: number,
  members: Members,
): unknown {
  const object: JsonObject = {};
  for (const { name, alias, mayMiss, read } of properties) {
    const held =
      value[name] ?? (alias === undefined || Object.hasOwn(value, name) ? value[name] : value[alias]);
    if (held === undefined) {
      if (mayMiss) continue;
      return INEXACT;
    }
    const one = depth < MAX_DEPTH ? read(held, depth + 1, members) : INEXACT;
    if (one === INEXACT) return INEXACT;
    members.read++;
    object[name] = one;
  }
  return object;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
