import { ParseError, type Coercion, type FieldSpec, type ParsedReply } from '@sigil/spec';
import { nameKey, type FieldMarker, type MarkerSyntax } from '../template/field-marker.js';
import { DRAFT_END, endToken, isNoValue } from '../template/reserved-text.js';
import { coerceObject, coerceText } from './coerce.js';
import { note, type CoerceContext } from './coerce-context.js';
import { show } from './describe.js';
import { missing } from './mismatch.js';
import { readJson } from './read-json.js';

/**
 * Reads the outputs of a reply in whatever layout the model chose: field markers or `name: value` lines, a JSON object
 * (alone, in a fence, in prose), or, for a single output, the bare value. What had to be changed is in `coercions`.
 *
 * @param outputs the output fields of the signature
 * @param syntax the markers of all its fields
 * @throws ParseError for the first output that cannot be read
 */
export function parseReply(text: string, outputs: readonly FieldSpec[], syntax: MarkerSyntax): ParsedReply {
  const coercions: Coercion[] = [];
  const context: CoerceContext = { reply: text, coercions, unescape: (escaped) => syntax.unescape(escaped) };
  const body = withoutFence(withoutDraft(text, context), context);
  const names = new Set(outputs.map((field) => field.name));
  const found = syntax.find(body).filter(({ name }) => names.has(name));
  const object = findObject(body, outputs, found, context);
  const markers = found.filter(
    ({ start }) => object === undefined || start < object.start || start >= object.end,
  );
  if (object !== undefined && !isValueOfMarker(body, object, markers, outputs)) {
    return { values: fromObject(body, object, outputs, context), coercions };
  }
  const values =
    markers.length > 0 ? fromMarkers(body, markers, outputs, context) : fromBareValue(body, outputs, context);
  return { values, coercions };
}

/** True where the object is part of what a marker introduces: `answer: Use {"answer": 1} there.` */
function isValueOfMarker(
  body: string,
  object: FoundObject,
  markers: readonly FieldMarker[],
  outputs: readonly FieldSpec[],
): boolean {
  if (!isComplete(markers, outputs)) return false;
  const before = markers.findLast(({ start }) => start < object.start);
  if (before === undefined) return false;
  const around = `${body.slice(before.end, object.start)}${body.slice(object.end)}`;
  return around.trim() !== '' || outputs.length > 1;
}

/** True where the markers name every output that has to be there. */
function isComplete(markers: readonly FieldMarker[], outputs: readonly FieldSpec[]): boolean {
  const named = new Set(markers.map(({ name }) => name));
  return outputs.every((field) => named.has(field.name) || !isRequired(field));
}

function isRequired(field: FieldSpec): boolean {
  return field.optional !== true && field.default === undefined;
}

/** Takes off a fence around the whole of the reply. */
function withoutFence(text: string, context: CoerceContext): string {
  const fence = /^\s*(```+|~~~+)[a-z]*[ \t]*\n([\s\S]*?)\n?[ \t]*\1\s*$/iu.exec(text);
  if (fence?.[2] === undefined || fence[2].includes(fence[1] ?? '```')) return text;
  note(context, '', 'fence-removed', fence[1] ?? '', '');
  return fence[2];
}

/** Leaves out what a reasoning model wrote before its answer, and the end tokens that some servers leave in. */
function withoutDraft(text: string, context: CoerceContext): string {
  const end = text.lastIndexOf(DRAFT_END);
  const answer = end < 0 ? text : text.slice(end + DRAFT_END.length);
  if (end >= 0) note(context, '', 'reasoning-removed', show(text.slice(0, end)), '');
  let clean = answer.trimEnd();
  for (let token = endToken(clean); token !== ''; token = endToken(clean)) {
    note(context, '', 'end-token-removed', token, '');
    clean = clean.slice(0, -token.length).trimEnd();
  }
  return clean.replace(/^\uFEFF/u, '');
}

function fromMarkers(
  body: string,
  markers: readonly FieldMarker[],
  outputs: readonly FieldSpec[],
  context: CoerceContext,
): Record<string, unknown> {
  const texts = new Map<string, string>();
  const before = body.slice(0, markers[0]?.start ?? 0).trim();
  if (before !== '') note(context, '', 'text-around-dropped', before, '');
  markers.forEach((marker, index) => {
    const text = undecorated(
      body.slice(marker.end, markers[index + 1]?.start ?? body.length).trim(),
      marker.decoration,
    );
    if (texts.has(marker.name)) note(context, marker.name, 'repeated-field-dropped', text, '');
    else texts.set(marker.name, text);
  });
  const entries: [string, unknown][] = [];
  for (const field of outputs) {
    const text = texts.get(field.name);
    const isAbsent = text === undefined || (!isRequired(field) && isNoValue(text));
    if (!isAbsent || (text !== undefined && field.type.kind === 'nullable')) {
      entries.push([field.name, coerceText(text ?? '', field.type, field.name, context)]);
    } else if (isRequired(field)) throw missing(field.type, field.name, context);
  }
  return Object.fromEntries(entries);
}

/** Takes off emphasis that opened before the field's name and closes after the name or after the value. */
function undecorated(text: string, decoration: string): string {
  const mark = /[*_`"']+$/u.exec(decoration)?.[0];
  if (mark === undefined) return text;
  if (text.startsWith(mark)) return text.slice(mark.length).trim();
  return text.endsWith(mark) ? text.slice(0, -mark.length).trim() : text;
}

/** How many opening braces are tried: prose has a few, and each try may read to the end. */
const MAX_STARTS = 50;

interface FoundObject {
  readonly value: object;
  readonly start: number;
  readonly end: number;
  readonly repairs: readonly string[];
}

/**
 * The first object in the text that has one of the outputs.
 *
 * @throws ParseError for one that begins as such an object and is broken or cut off: what stands in it is no value,
 *   unless it is the text behind a marker, in a reply whose markers name every output
 */
function findObject(
  body: string,
  outputs: readonly FieldSpec[],
  markers: readonly FieldMarker[],
  context: CoerceContext,
): FoundObject | undefined {
  const names = new Set(outputs.map((field) => nameKey(field.name)));
  const [only] = outputs;
  // Free text may hold an object: only one that is all of the reply is meant as the answer.
  const isText = outputs.length === 1 && only?.type.kind === 'string';
  let start = body.indexOf('{');
  for (let tries = 0; start >= 0 && tries < MAX_STARTS; tries++) {
    const json = readJson(body, start);
    const isWhole =
      body
        .slice(0, start)
        .replace(/```[a-z]*|~~~[a-z]*/giu, '')
        .trim() === '';
    if (json === undefined) {
      const key = /^\{\s*["']([^"'\n]{1,80})["']\s*:/u.exec(body.slice(start, start + 200))?.[1];
      const isBehindMarker = (markers[0]?.start ?? body.length) < start && isComplete(markers, outputs);
      if (key !== undefined && names.has(nameKey(key)) && (isWhole || !isText) && !isBehindMarker) {
        const found = show(body.slice(start));
        throw new ParseError({ path: '', found, expected: 'a whole JSON object', reply: context.reply });
      }
      start = body.indexOf('{', start + 1);
      continue;
    }
    const { value, end, repairs } = json;
    const rest = body
      .slice(end)
      .replace(/```|~~~/gu, '')
      .trim();
    const isMeant = !isText || (isWhole && rest === '');
    if (isMeant && typeof value === 'object' && value !== null) {
      if (Object.keys(value).some((key) => names.has(nameKey(key)))) return { value, start, end, repairs };
    }
    start = body.indexOf('{', end);
  }
  return undefined;
}

function fromObject(
  body: string,
  { value, start, end, repairs }: FoundObject,
  outputs: readonly FieldSpec[],
  context: CoerceContext,
): Record<string, unknown> {
  const outside = `${body.slice(0, start)}${body.slice(end)}`.trim();
  const around = outside.replace(/```[a-z]*|~~~[a-z]*/giu, '').trim();
  if (around !== outside) note(context, '', 'fence-removed', outside, around);
  if (around !== '') note(context, '', 'text-around-dropped', around, '');
  for (const repair of repairs) note(context, '', repair, show(body), show(value));
  return coerceObject(value, outputs, '', context);
}

function fromBareValue(
  body: string,
  outputs: readonly FieldSpec[],
  context: CoerceContext,
): Record<string, unknown> {
  const [only, second] = outputs;
  if (only === undefined || second !== undefined) {
    const expected = `the fields ${outputs.map((field) => field.name).join(', ')}`;
    throw new ParseError({ path: '', found: show(body), expected, reply: context.reply });
  }
  if (body.trim() === '') throw missing(only.type, only.name, context);
  return Object.fromEntries([[only.name, coerceText(body, only.type, only.name, context)]]);
}
