import { ParseError, type EnumType, type ValueType } from '@sigil/spec';
import { isNoValue } from '../template/reserved-text.js';
import { coerce, describe, note, show, type CoerceContext } from './coerce.js';
import { readJson } from './read-json.js';

/**
 * Fits the text of a field to a type. Text that says the value in other words is taken where there is one reading of
 * it: `**Billing**`, `The team is billing.`, `about 3.5`.
 *
 * @throws ParseError where there is none, or more than one
 */
export function coerceText(text: string, type: ValueType, path: string, context: CoerceContext): unknown {
  const trimmed = text.trim();
  switch (type.kind) {
    case 'string':
      return plainText(trimmed, path, context);
    case 'nullable':
      if (isNoValue(trimmed)) {
        if (trimmed.toLowerCase() !== 'null') note(context, path, 'null-from-text', trimmed, 'null');
        return null;
      }
      return coerceText(trimmed, type.inner, path, context);
    case 'number':
      return oneReading(trimmed, type, path, context, readNumber);
    case 'boolean':
      return oneReading(trimmed, type, path, context, readBoolean);
    case 'enum':
      return oneReading(plainText(trimmed, path, context), type, path, context, (part) =>
        readEnum(part, type),
      );
    case 'array':
      return readList(trimmed, type.items, path, context);
    case 'object': {
      const json = jsonIn(trimmed, '{', path, context);
      if (json === undefined) throw unreadable(trimmed, type, path, context);
      return coerce(json, type, path, context);
    }
  }
}

type Reading = { readonly value: string | number | boolean; readonly exact: boolean };

/** Reads the whole text; failing that, its first line, because small models go on after their answer. */
function oneReading(
  text: string,
  type: ValueType,
  path: string,
  context: CoerceContext,
  read: (part: string) => Reading | undefined,
): string | number | boolean {
  const first = text.split('\n', 1)[0]?.trim() ?? '';
  const whole = read(text);
  const reading = whole?.exact === true || first === text ? whole : (read(first) ?? whole);
  if (reading === undefined) throw unreadable(text, type, path, context);
  if (!reading.exact || reading !== whole)
    note(context, path, `${type.kind}-from-text`, text, String(reading.value));
  return reading.value;
}

/** Text with quotes around all of it is JSON text; other text may have its markers escaped. */
function plainText(text: string, path: string, context: CoerceContext): string {
  const isQuoted = text.length > 1 && text.startsWith('"') && text.endsWith('"');
  const json = isQuoted ? readJson(text, 0) : undefined;
  if (json === undefined || json.end !== text.length || typeof json.value !== 'string')
    return context.unescape(text);
  note(context, path, 'quotes-removed', text, json.value);
  return json.value;
}

function readNumber(text: string): Reading | undefined {
  if (/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/u.test(text)) return { value: Number(text), exact: true };
  const found = [
    ...text.matchAll(/(?<![\w.,])[-+]?\$?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+|(?<=\d))(?![\w]|[.,]\d)/gu),
  ];
  const [only] = found;
  if (only === undefined || found.length > 1) return undefined;
  return { value: Number(only[0].replace(/[$,+]/gu, '')), exact: false };
}

function readBoolean(text: string): Reading | undefined {
  if (text === 'true' || text === 'false') return { value: text === 'true', exact: true };
  const yes = /\b(?:true|yes)\b/iu.test(text);
  const no = /\b(?:false|no|not)\b/iu.test(text);
  return yes === no ? undefined : { value: yes, exact: false };
}

/** The one value that the text names as a whole word; a longer value hides a shorter one inside it. */
function readEnum(text: string, type: EnumType): Reading | undefined {
  const exact = type.values.find((value) => String(value) === text);
  if (exact !== undefined) return { value: exact, exact: true };
  let rest = text.toLowerCase();
  const named: (string | number)[] = [];
  for (const value of [...type.values].sort((a, b) => String(b).length - String(a).length)) {
    const word = String(value)
      .toLowerCase()
      .replace(/[$^\\.*+?()[\]{}|]/gu, '\\$&')
      .replace(/[\s_-]+/gu, '[\\s_-]+');
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])${word}(?![\\p{L}\\p{N}_])`, 'gu');
    if (pattern.test(rest)) named.push(value);
    rest = rest.replace(pattern, ' ');
  }
  const [only] = named;
  // "not positive" names a value and means another.
  if (only === undefined || named.length > 1 || /\b(?:not|neither|nor|never)\b|n't\b/iu.test(rest))
    return undefined;
  return { value: only, exact: false };
}

function readList(text: string, items: ValueType, path: string, context: CoerceContext): unknown[] {
  const type: ValueType = { kind: 'array', items };
  const json = jsonIn(text, '[', path, context);
  if (Array.isArray(json))
    return json.map((item, index) => coerce(item, items, `${path}[${index}]`, context));
  if (items.kind === 'object' || items.kind === 'array') throw unreadable(text, type, path, context);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const bullets = lines.map((line) => /^\s*(?:[-*•]|\d+[.)])\s+(.*)$/u.exec(line)?.[1]);
  const parts = bullets.every((bullet) => bullet !== undefined) ? bullets : splitCommas(text, items);
  if (parts.length === 0) throw unreadable(text, type, path, context);
  const values = parts.map((part, index) => coerceText(part, items, `${path}[${index}]`, context));
  note(context, path, 'list-from-text', text, show(values));
  return values;
}

/** Commas separate numbers and names of a closed set; in free text they are text. */
function splitCommas(text: string, items: ValueType): string[] {
  return items.kind === 'string' || items.kind === 'nullable'
    ? [text]
    : text.split(',').filter((part) => part.trim() !== '');
}

/** The first JSON value in the text that opens with the bracket. */
function jsonIn(text: string, open: '{' | '[', path: string, context: CoerceContext): unknown {
  const start = text.indexOf(open);
  const json = start < 0 ? undefined : readJson(text, start);
  if (json === undefined) return undefined;
  const around = `${text.slice(0, start)}${text.slice(json.end)}`.trim();
  if (around !== '') note(context, path, 'text-around-dropped', around, '');
  for (const repair of json.repairs) note(context, path, repair, text, show(json.value));
  return json.value;
}

function unreadable(text: string, type: ValueType, path: string, context: CoerceContext): ParseError {
  const found = text === '' ? 'nothing' : show(text);
  return new ParseError({ path, found, expected: describe(type), reply: context.reply });
}
