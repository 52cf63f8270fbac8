import { ParseError, type FieldSpec, type ValueType } from '@sigil/spec';
import type { FieldMarker } from '../template/field-marker.js';
import { nameKey } from '../template/field-name.js';
import { shownName } from '../template/shown-name.js';
import type { CoerceContext } from './coerce-context.js';
import { show } from './describe.js';
import { readJson, type ReadJson } from './read-json.js';

/** A JSON object in a reply that has one of the outputs. */
export interface FoundObject extends ReadJson {
  readonly value: object;
  readonly start: number;
}

/** How many opening braces are tried: prose has a few, and each try may read to the end. */
const MAX_STARTS = 50;

/**
 * The first object in the text that has one of the outputs.
 *
 * @param markers the markers of all fields in the text
 * @throws ParseError for one that begins as such an object and is broken or cut off: what stands in it is no value,
 *   unless it is the text behind a marker, in a reply whose markers name every output
 */
export function findObject(
  body: string,
  outputs: readonly FieldSpec[],
  markers: readonly FieldMarker[],
  context: CoerceContext,
): FoundObject | undefined {
  const keys = new Set(outputs.flatMap((field) => [nameKey(field.name), nameKey(shownName(field))]));
  const names = new Set(outputs.map((field) => field.name));
  const own = markers.filter(({ name }) => names.has(name));
  const [only] = outputs;
  const isText = outputs.length === 1 && only !== undefined && isTextType(only.type);
  let start = body.indexOf('{');
  for (let tries = 0; start >= 0 && tries < MAX_STARTS; tries++) {
    const json = readJson(body, start);
    const before = body.slice(0, start);
    const isFirst = withoutFences(before).trim() === '';
    if (json === undefined) {
      const key = /^\{\s*["'“‘]([^"'“”‘’\n]{1,80})["'”’]\s*:/u.exec(body.slice(start, start + 200))?.[1];
      const isBehindMarker = (own[0]?.start ?? body.length) < start && isComplete(own, outputs);
      const isAnswer = !isText || isFirst || (own.length === 0 && startsLine(body, start));
      if (key !== undefined && keys.has(nameKey(key)) && isAnswer && !isBehindMarker) {
        const found = show(body.slice(start));
        throw new ParseError({ path: '', found, expected: 'a whole JSON object', reply: context.reply });
      }
      start = body.indexOf('{', start + 1);
      continue;
    }
    const { value } = json;
    if (typeof value === 'object' && value !== null) {
      const members = Object.keys(value).map(nameKey);
      const isAnswer =
        !isText ||
        isWhole(body, start, json.end, markers, names) ||
        // Free text may hold an object. One is the answer where it has the output and nothing else, and the reply
        // begins with it or gives it lines of its own.
        ((isFirst || (own.length === 0 && hasOwnLines(body, start, json.end))) &&
          members.every((key) => keys.has(key)));
      if (isAnswer && members.some((key) => keys.has(key))) return { ...json, value, start };
    }
    start = body.indexOf('{', json.end);
  }
  return undefined;
}

/** True where nothing stands around the object but fences, and a next turn. */
function isWhole(
  body: string,
  start: number,
  end: number,
  markers: readonly FieldMarker[],
  outputs: ReadonlySet<string>,
): boolean {
  const next = markers.find((marker) => marker.start >= end && !outputs.has(marker.name));
  return withoutFences(`${body.slice(0, start)}${body.slice(end, next?.start)}`).trim() === '';
}

function hasOwnLines(body: string, start: number, end: number): boolean {
  return startsLine(body, start) && /^[ \t]*(?:\n|```|~~~|$)/u.test(body.slice(end));
}

function startsLine(body: string, start: number): boolean {
  return /(?:\n|```[a-z]*|~~~[a-z]*)[ \t]*$/iu.test(body.slice(0, start));
}

/** True where the markers name every output that has to be there. */
export function isComplete(markers: readonly FieldMarker[], outputs: readonly FieldSpec[]): boolean {
  const named = new Set(markers.map(({ name }) => name));
  return outputs.every((field) => named.has(field.name) || !isRequired(field));
}

/** False for an output that a model may leave out. */
export function isRequired(field: FieldSpec): boolean {
  return field.optional !== true && field.default === undefined;
}

/** Text without the marks that open and close fences. */
export function withoutFences(text: string): string {
  return text.replace(/(?:```|~~~)[a-z]*/giu, '');
}

/** True for text that may hold anything. */
export function isTextType(type: ValueType): boolean {
  return type.kind === 'string' || (type.kind === 'nullable' && isTextType(type.inner));
}
