import { ParseError, type Coercion, type FieldSpec, type ParsedReply } from '@sigil/spec';
import type { FieldMarker, MarkerSyntax } from '../template/field-marker.js';
import { DRAFT_END, endToken, isNoValue } from '../template/reserved-text.js';
import { coerceObject, coerceText } from './coerce.js';
import { readJson } from './read-json.js';
import { describe, note, show, type CoerceContext } from './words.js';

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
  const body = withoutDraft(text, context);
  const names = new Set(outputs.map((field) => field.name));
  const markers = syntax.find(body).filter((marker) => names.has(marker.name));
  const isJson = /^\s*(?:```|~~~|[{[])/u.test(body);

  if (markers.length > 0 && !isJson)
    return { values: fromMarkers(body, markers, outputs, context), coercions };
  const object = fromJson(body, outputs, context);
  if (object !== undefined) return { values: object, coercions };
  if (markers.length > 0) return { values: fromMarkers(body, markers, outputs, context), coercions };
  return { values: fromBareValue(body, outputs, context), coercions };
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
    const isAbsent = text === undefined || (field.optional === true && isNoValue(text));
    if (!isAbsent || (text !== undefined && field.type.kind === 'nullable')) {
      entries.push([field.name, coerceText(text ?? '', field.type, field.name, context)]);
    } else if (field.optional !== true && field.default === undefined) throw missing(field, context);
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

/** The first object in the text that has one of the outputs. */
function fromJson(
  body: string,
  outputs: readonly FieldSpec[],
  context: CoerceContext,
): Record<string, unknown> | undefined {
  const names = new Set(outputs.map((field) => field.name.toLowerCase()));
  let start = body.indexOf('{');
  for (let tries = 0; start >= 0 && tries < MAX_STARTS; tries++, start = body.indexOf('{', start + 1)) {
    const json = readJson(body, start);
    if (json === undefined || typeof json.value !== 'object' || json.value === null) continue;
    if (!Object.keys(json.value).some((key) => names.has(key.toLowerCase()))) continue;
    const outside = `${body.slice(0, start)}${body.slice(json.end)}`.trim();
    const around = outside.replace(/```[a-z]*|~~~[a-z]*/giu, '').trim();
    if (around !== outside) note(context, '', 'fence-removed', outside, around);
    if (around !== '') note(context, '', 'text-around-dropped', around, '');
    for (const repair of json.repairs) note(context, '', repair, show(body), show(json.value));
    return coerceObject(json.value, outputs, '', context);
  }
  return undefined;
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
  if (body.trim() === '') throw missing(only, context);
  return Object.fromEntries([[only.name, coerceText(body, only.type, only.name, context)]]);
}

function missing(field: FieldSpec, context: CoerceContext): ParseError {
  return new ParseError({
    path: field.name,
    found: 'nothing',
    expected: describe(field.type),
    reply: context.reply,
  });
}
