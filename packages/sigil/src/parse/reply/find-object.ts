import { bodyOf } from '@sigil/schema';
import { ParseError, type FieldSpec, type ValueType } from '@sigil/spec';
import type { FieldMarker } from '../../template/field-marker.js';
import { nameKey } from '../../template/field-name.js';
import { shownName } from '../../template/shown-name.js';
import { show } from '../describe.js';
import type { Node, ObjectNode } from '../tree/node.js';
import { readRoots } from '../tree/read-roots.js';
import type { Reading } from './reading.js';

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
  reading: Reading,
): ObjectNode | undefined {
  const keys = new Set(outputs.flatMap((field) => [nameKey(field.name), nameKey(shownName(field))]));
  const names = new Set(outputs.map((field) => field.name));
  const own = markers.filter(({ name }) => names.has(name));
  const [only] = outputs;
  const isText = outputs.length === 1 && only !== undefined && isTextType(only.type);
  for (const node of readRoots(body, keys)) {
    if (node.kind !== 'object') continue;
    const { start, end } = node;
    const isFirst = withoutFences(body.slice(0, start)).trim() === '';
    const members = node.members.map(({ key }) => nameKey(key));
    if (!members.some((key) => keys.has(key))) continue;
    if (isIntroduced(body, node, own, outputs)) continue;
    const isBehindMarker = (own[0]?.start ?? body.length) < start && isComplete(own, outputs);
    if (isBehindMarker && !isPlain(node)) continue;
    if (isBroken(node)) {
      const isAnswer = !isText || isFirst || (own.length === 0 && startsLine(body, start));
      if (!isAnswer) continue;
      const found = show(body.slice(start));
      throw new ParseError({ path: '', found, expected: 'a whole JSON object', reply: reading.reply });
    }
    const isAnswer =
      !isText ||
      isWhole(body, start, end, markers, names) ||
      // Free text may hold an object. One is the answer where it has the output and nothing else, and the reply
      // begins with it or gives it lines of its own.
      ((isFirst || (own.length === 0 && hasOwnLines(body, start, end))) &&
        members.every((key) => keys.has(key)));
    if (isAnswer) return node;
  }
  return undefined;
}

/**
 * True for an object right behind the marker of an output that holds objects, one of several outputs: it is the value,
 * though it has a property of the name of another output.
 */
function isIntroduced(
  body: string,
  { start, members }: ObjectNode,
  own: readonly FieldMarker[],
  outputs: readonly FieldSpec[],
): boolean {
  const marker = own.findLast(({ end }) => end <= start);
  if (marker === undefined || outputs.length === 1 || body.slice(marker.end, start).trim() !== '')
    return false;
  const field = outputs.find(({ name }) => name === marker.name);
  if (field === undefined) return false;
  const words = new Set([nameKey(field.name), nameKey(shownName(field))]);
  return bodyOf(field.type).kind === 'object' && !members.some(({ key }) => words.has(nameKey(key)));
}

/** Mistakes that leave no doubt of what is an object and what is text. */
const SMALL = new Set([
  'comment',
  'trailing-comma',
  'single-quotes',
  'curly-quotes',
  'unquoted-key',
  'line-break-in-string',
  'unknown-escape',
]);

/** True for an object that is one without a doubt: what stands behind a marker may be any text. */
function isPlain(node: Node): boolean {
  return everyNode(
    node,
    (one) =>
      one.closed &&
      one.fixes?.some(({ kind }) => !SMALL.has(kind)) !== true &&
      (one.kind !== 'text' ||
        one.quoted ||
        /^(?:[-+.\d][\w.+-]*|true|false|null|True|False|None)$/u.test(one.text)),
  );
}

/** True for an object that the reply breaks off in, or of which something is in no value. */
function isBroken(node: Node): boolean {
  return !everyNode(node, (one) => one.closed && one.fixes?.some(({ isLoss }) => isLoss === true) !== true);
}

/** Without recursion: a reply may be nested deeper than the stack is. */
function everyNode(root: Node, holds: (node: Node) => boolean): boolean {
  const left: Node[] = [root];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (!holds(node)) return false;
    if (node.kind === 'list') for (const item of node.items) left.push(item);
    if (node.kind === 'object') for (const { value } of node.members) left.push(value);
  }
  return true;
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
