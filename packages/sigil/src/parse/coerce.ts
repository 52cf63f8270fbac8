import { holdsNull, isNoValue, templatePattern, valueShownAs } from '@sigil/schema';
import {
  ParseError,
  type Coercion,
  type ArrayType,
  type BooleanType,
  type EnumType,
  type NumberType,
  type PropertySpec,
  type SetType,
  type UnionType,
  type ValueType,
} from '@sigil/spec';
import { nameKey } from '../template/field-name.js';
import { coerceMap, coerceTuple, withoutRepetition } from './coerce-collection.js';
import { followed, note, type CoerceContext } from './coerce-context.js';
import { coerceUnion } from './coerce-union.js';
import { show } from './describe.js';
import { mismatch, missing } from './mismatch.js';
import { readJson } from './read-json.js';
import { outsideObjects } from './outside-objects.js';
import { isRounded, readScalar, type Reading } from './read-scalar.js';
import { readSpecialText } from './fit/read-special-text.js';
import { jsonText, jsonValue } from './read-any-json.js';
import { bulletList, commaParts, jsonIn, quotedParts } from './text-parts.js';

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
    case 'enum': {
      const meant = valueShownAs(type, value);
      if (meant !== undefined) return meant;
      break;
    }
    case 'bigint':
      if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
      break;
    case 'array':
      return coerceArray(value, type, path, context);
    case 'set':
      return withoutRepetition(coerceArray(value, type, path, context), type, path, context);
    case 'tuple':
      if (typeof value === 'object' && value !== null) return coerceTuple(value, type, path, context, coerce);
      break;
    case 'map':
      if (typeof value === 'object' && value !== null) return coerceMap(value, type, path, context, coerce);
      break;
    case 'object':
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
        return coerceObject(value, type.properties, path, context);
      }
      break;
    case 'union':
      return coerceUnion(value, type, path, context, coerce);
    case 'json':
      return jsonValue(value, path, context);
    case 'recursive':
    case 'reference':
      return coerce(value, ...atTarget(type, path, context));
    case 'template':
      if (typeof value === 'string' && new RegExp(templatePattern(type), 'u').test(value)) return value;
      break;
    case 'date':
      break;
  }
  if (typeof value !== 'string') throw mismatch(value, type, path, context);
  const before = context.coercions.length;
  const read = coerceText(value, type, path, context);
  // "3" says the number 3 without a doubt, and is a text all the same. A date is a text in JSON too.
  const isText = type.kind === 'date' || type.kind === 'bigint' || type.kind === 'template';
  if (!isText && context.coercions.length === before)
    note(context, path, `${type.kind}-from-text`, value, show(read));
  return read;
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
    const key = matchingKey(members, property.name) ?? matchingKey(members, property.alias ?? property.name);
    const given = key === undefined ? undefined : members.get(key);
    if (key !== undefined) members.delete(key);
    const isKnown = key === property.name || key === property.alias;
    if (key !== undefined && !isKnown) note(context, at, 'property-name', key, property.name);
    const isAbsent =
      given === undefined ||
      (given === null &&
        (property.optional === true || property.default !== undefined) &&
        !holdsNull(property.type, context.references));
    if (!isAbsent) entries.push([property.name, coerce(given, property.type, at, context)]);
    else if (property.optional !== true && property.default === undefined) {
      throw missing(property.type, at, context);
    }
  }
  for (const [key, left] of members)
    note(context, path === '' ? key : `${path}.${key}`, 'unknown-dropped', show(left), '');
  return Object.fromEntries(entries);
}

/**
 * Fits the text of a field to a type. Text that says the value in other words is taken where there is one reading of
 * it, with a note.
 *
 * @throws ParseError where there is none, or more than one
 */
export function coerceText(text: string, type: ValueType, path: string, context: CoerceContext): unknown {
  const trimmed = text.trim();
  switch (type.kind) {
    case 'string':
      return plainText(trimmed, path, context);
    case 'nullable':
      if (!isNoValue(trimmed)) return coerceText(trimmed, type.inner, path, context);
      if (trimmed.toLowerCase() !== 'null') note(context, path, 'null-from-text', trimmed, 'null');
      return null;
    case 'number':
    case 'boolean':
    case 'enum': {
      const plain = type.kind === 'enum' ? plainText(trimmed, path, context) : trimmed;
      const reading = readScalar(plain, type);
      if (reading === undefined || isInsideObject(reading, plain, type))
        throw mismatch(trimmed, type, path, context);
      if (!reading.exact) note(context, path, `${type.kind}-from-text`, trimmed, String(reading.value));
      return reading.value;
    }
    case 'bigint':
    case 'date':
    case 'template': {
      const plain = type.kind === 'template' ? plainText(trimmed, path, context) : trimmed;
      const reading = readSpecialText(plain, type);
      if (reading === undefined) throw mismatch(trimmed, type, path, context);
      if (reading.change !== undefined) note(context, path, reading.change, trimmed, reading.value);
      return reading.value;
    }
    case 'array':
      return listFromText(trimmed, type, path, context);
    case 'set':
      return withoutRepetition(listFromText(trimmed, type, path, context), type, path, context);
    case 'tuple':
    case 'map':
    case 'object': {
      const json = jsonIn(trimmed, '{', path, context, type.kind === 'object' ? undefined : '[');
      if (json === undefined) throw mismatch(trimmed, type, path, context);
      return coerce(json, type, path, context);
    }
    case 'union':
      return unionFromText(trimmed, type, path, context);
    case 'json':
      return jsonText(trimmed, path, context);
    case 'recursive':
    case 'reference':
      return coerceText(trimmed, ...atTarget(type, path, context));
  }
}

/** True where a text says the value in a JSON object, which has no property of the field's name here. */
function isInsideObject(
  { value, exact }: Reading,
  text: string,
  type: NumberType | BooleanType | EnumType,
): boolean {
  return !exact && text.includes('{') && readScalar(outsideObjects(text), type)?.value !== value;
}

/**
 * Text that is JSON of one of the variants is that value: `3` the number, `"3"` the text. Of other text each variant
 * reads what it can.
 */
function unionFromText(text: string, type: UnionType, path: string, context: CoerceContext): unknown {
  if (type.discriminator !== undefined) {
    const json = jsonIn(text, '{', path, context);
    if (json === undefined) throw mismatch(text, type, path, context);
    return coerceUnion(json, type, path, context, coerce);
  }
  const exact = isRounded(text) ? undefined : exactVariant(text, type, path, context);
  if (exact !== undefined) return exact;
  return coerceUnion(text, type, path, context, (value, one, at, inner) =>
    coerceText(String(value), one, at, inner),
  );
}

/** Undefined where the text is no JSON, or JSON that no variant takes as it is. */
function exactVariant(text: string, type: UnionType, path: string, context: CoerceContext): unknown {
  const coercions: Coercion[] = [];
  try {
    const value = coerceUnion(JSON.parse(text), type, path, { ...context, coercions }, coerce);
    return coercions.length === 0 ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || ParseError.isInstance(error)) return undefined;
    throw error;
  }
}

/** The type behind a link, with the rest of what coercing takes. */
function atTarget(
  type: ValueType,
  path: string,
  context: CoerceContext,
): [type: ValueType, path: string, context: CoerceContext] {
  const [target, inside] = followed(type, context);
  return [target, path, inside];
}

function asText(value: unknown, type: ValueType, path: string, context: CoerceContext): string {
  if (value === null) throw mismatch(value, type, path, context);
  const text = JSON.stringify(value);
  note(context, path, 'text-from-json', text, text);
  return text;
}

function coerceArray(
  value: unknown,
  type: ArrayType | SetType,
  path: string,
  context: CoerceContext,
): unknown[] {
  const { items } = type;
  if (Array.isArray(value))
    return value.map((item, index) => coerce(item, items, `${path}[${index}]`, context));
  if (value === null) throw mismatch(value, type, path, context);
  if (typeof value === 'string') return listFromText(value.trim(), type, path, context);
  const wrapped = [coerce(value, items, `${path}[0]`, context)];
  note(context, path, 'wrapped-in-list', show(value), show(wrapped));
  return wrapped;
}

function matchingKey(members: ReadonlyMap<string, unknown>, name: string): string | undefined {
  if (members.has(name)) return name;
  return [...members.keys()].find((key) => nameKey(key) === nameKey(name));
}

function listFromText(
  text: string,
  type: ArrayType | SetType,
  path: string,
  context: CoerceContext,
): unknown[] {
  const { items } = type;
  const isJson = /^(?:```[a-z]*\s*)?\[/iu.test(text);
  const isFlat = !isNested(items);
  if (isJson || !isFlat) {
    const json = jsonIn(text, '[', path, context);
    if (Array.isArray(json))
      return json.map((item, index) => coerce(item, items, `${path}[${index}]`, context));
    throw mismatch(text, type, path, context);
  }
  const quoted = quotedParts(text);
  const bullets = bulletList(text);
  const parts = bullets?.items ?? commaParts(text, items);
  // The list stands in an object under another name, or is none.
  const isObject = bullets === undefined && outsideObjects(text).trim() === '';
  if (isObject || (quoted === undefined && parts.length === 0)) throw mismatch(text, type, path, context);
  const values =
    quoted?.map((item, index) => coerce(item, items, `${path}[${index}]`, context)) ??
    parts.map((part, index) => coerceText(part, items, `${path}[${index}]`, context));
  if (bullets !== undefined && bullets.around !== '') {
    note(context, path, 'text-around-dropped', bullets.around, '');
  }
  note(context, path, 'list-from-text', text, show(values));
  return values;
}

/** True for a type that text holds as JSON only. */
function isNested(type: ValueType): boolean {
  if (type.kind === 'nullable') return isNested(type.inner);
  return ['object', 'array', 'set', 'tuple', 'map', 'union', 'json', 'recursive', 'reference'].includes(
    type.kind,
  );
}

/** Text with quotes around all of it is JSON text; other text may have its markers escaped. */
function plainText(text: string, path: string, context: CoerceContext): string {
  const isQuoted = text.length > 1 && text.startsWith('"') && text.endsWith('"');
  const json = isQuoted ? readJson(text, 0) : undefined;
  if (json?.end !== text.length || typeof json.value !== 'string') return context.unescape(text);
  note(context, path, 'quotes-removed', text, json.value);
  return json.value;
}
