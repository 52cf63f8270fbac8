import { ParseError, type Coercion, type PropertySpec, type ValueType } from '@sigil/spec';
import { nameKey } from '../template/field-marker.js';
import { coerceText } from './coerce-text.js';

/** Where in a reply the parser is, and what it has changed so far. */
export interface CoerceContext {
  /** The whole reply, for errors. */
  readonly reply: string;
  readonly coercions: Coercion[];
  /** Takes away the escape that keeps text from reading as a marker. */
  readonly unescape: (text: string) => string;
}

/**
 * Fits a JSON value to a type: the same value where it fits, a changed one with a note in `coercions` where its
 * meaning is plain, an error otherwise.
 *
 * @param path where the value stands in the outputs: `items[2].price`
 * @throws ParseError
 */
export function coerce(value: unknown, type: ValueType, path: string, context: CoerceContext): unknown {
  switch (type.kind) {
    case 'nullable':
      return value === null ? null : coerce(value, type.inner, path, context);
    case 'string':
      return typeof value === 'string' ? value : asText(value, type, path, context);
    case 'number':
      if (typeof value === 'number') return value;
      break;
    case 'boolean':
      if (typeof value === 'boolean') return value;
      break;
    case 'enum':
      if (type.values.some((one) => one === value)) return value;
      if (typeof value === 'number') return coerceText(String(value), type, path, context);
      break;
    case 'array':
      return coerceArray(value, type.items, path, context);
    case 'object':
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
        return coerceObject(value, type.properties, path, context);
      }
      break;
  }
  if (typeof value === 'string') return coerceText(value, type, path, context);
  throw mismatch(value, type, path, context);
}

/** Reads the properties of an object by name, exactly or without regard to case; unknown ones are noted and left out. */
export function coerceObject(
  value: object,
  properties: readonly PropertySpec[],
  path: string,
  context: CoerceContext,
): Record<string, unknown> {
  const members = new Map<string, unknown>(Object.entries(value));
  const entries: [string, unknown][] = [];
  for (const property of properties) {
    const at = path === '' ? property.name : `${path}.${property.name}`;
    const key = matchingKey(members, property.name);
    const given = key === undefined ? undefined : members.get(key);
    if (key !== undefined) members.delete(key);
    if (key !== undefined && key !== property.name) note(context, at, 'property-name', key, property.name);
    const isAbsent =
      given === undefined ||
      (given === null && property.optional === true && property.type.kind !== 'nullable');
    if (!isAbsent) entries.push([property.name, coerce(given, property.type, at, context)]);
    else if (property.optional !== true && property.default === undefined) {
      throw new ParseError({
        path: at,
        found: 'nothing',
        expected: describe(property.type),
        reply: context.reply,
      });
    }
  }
  for (const [key, left] of members)
    note(context, path === '' ? key : `${path}.${key}`, 'unknown-dropped', show(left), '');
  return Object.fromEntries(entries);
}

/** What a type wants, in words for people and models: `one of: billing, technical, sales`. */
export function describe(type: ValueType): string {
  switch (type.kind) {
    case 'string':
      return 'text';
    case 'number':
      return type.integer === true ? 'an integer' : 'a number';
    case 'boolean':
      return 'true or false';
    case 'enum':
      return `one of: ${type.values.join(', ')}`;
    case 'array':
      return `a JSON list, each item ${describe(type.items)}`;
    case 'object':
      return `a JSON object with ${type.properties.map((property) => property.name).join(', ')}`;
    case 'nullable':
      return `${describe(type.inner)}, or null`;
  }
}

export function note(context: CoerceContext, path: string, kind: string, from: string, to: string): void {
  context.coercions.push({ path, kind, from, to });
}

/** A short picture of a value for an error: at most 80 characters. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

function asText(value: unknown, type: ValueType, path: string, context: CoerceContext): string {
  if (value === null) throw mismatch(value, type, path, context);
  const text = JSON.stringify(value);
  note(context, path, 'text-from-json', text, text);
  return text;
}

function coerceArray(value: unknown, items: ValueType, path: string, context: CoerceContext): unknown[] {
  if (Array.isArray(value))
    return value.map((item, index) => coerce(item, items, `${path}[${index}]`, context));
  if (value === null) throw mismatch(value, { kind: 'array', items }, path, context);
  if (typeof value === 'string') return [coerceText(value, { kind: 'array', items }, path, context)].flat(1);
  const wrapped = [coerce(value, items, `${path}[0]`, context)];
  note(context, path, 'wrapped-in-list', show(value), show(wrapped));
  return wrapped;
}

function matchingKey(members: ReadonlyMap<string, unknown>, name: string): string | undefined {
  if (members.has(name)) return name;
  return [...members.keys()].find((key) => nameKey(key) === nameKey(name));
}

function mismatch(value: unknown, type: ValueType, path: string, context: CoerceContext): ParseError {
  return new ParseError({ path, found: show(value), expected: describe(type), reply: context.reply });
}
