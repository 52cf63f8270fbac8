import { ParseError, type Coercion, type FieldSpec, type ParsedReply } from '@sigil/spec';
import type { MarkerSyntax } from '../../template/field-marker.js';
import { shownName } from '../../template/shown-name.js';
import { DRAFT_END } from '../../template/reserved-text.js';
import { show } from '../describe.js';
import { THINK, withoutDraft } from '../find/without-draft.js';
import { fit } from '../fit/fit.js';
import { MISFIT } from '../fit/fitting.js';
import { members } from '../fit/fit-object.js';
import { noteFixes } from '../fit/note-fixes.js';
import type { ObjectNode } from '../tree/node.js';
import { answerLines } from './answer-lines.js';
import { findObject, isComplete, withoutFences } from './find-object.js';
import { fieldValue, fromSections, missing } from './from-sections.js';
import { accept, newFitting, note, type Reading } from './reading.js';
import { cutSections, type Section } from './sections.js';

/**
 * Reads the outputs of a reply in whatever layout the model chose: `name: value` lines, headings, bracket markers or
 * tags, a JSON object (alone, in a fence, in prose), or, for a single output, the bare value. What had to be changed is
 * in `coercions`.
 *
 * A marker of an input behind the answer begins the next turn, which the model made up. It ends the answer: what
 * follows is dropped, with a note.
 *
 * @param outputs the output fields of the signature
 * @param syntax the markers of all its fields
 * @throws ParseError for the first output that cannot be read
 */
export function parseReply(text: string, outputs: readonly FieldSpec[], syntax: MarkerSyntax): ParsedReply {
  // A signature without outputs asks for nothing.
  if (outputs.length === 0) return { values: {}, coercions: [] };
  const coercions: Coercion[] = [];
  const reading: Reading = { reply: text, coercions, unescape: (escaped) => syntax.unescape(escaped) };
  const lines = answerLines(text, outputs, syntax);
  if (lines !== undefined) {
    return {
      values: fromSections(text, { echo: [], own: lines, end: text.length }, outputs, reading),
      coercions,
    };
  }
  const body = withoutFence(answerOf(text, reading), reading);
  const names = new Set(outputs.map((field) => field.name));
  const isOutput = ({ name }: { name: string }): boolean => names.has(name);

  const found = syntax.find(body);
  const object = findObject(body, outputs, found, reading);
  const outside = found.filter(
    ({ start }) => object === undefined || start < object.start || start >= object.end,
  );
  const all = cutSections(body, outside, isOutput, (markers) => isComplete(markers, outputs));
  const first = all.findIndex(({ marker }) => isOutput(marker));
  const next = first < 0 ? undefined : all.slice(first).find(({ marker }) => !isOutput(marker));
  const end = next?.marker.start ?? body.length;
  const own = first < 0 ? [] : all.slice(first).filter(({ marker }) => marker.start < end);

  if (object !== undefined && object.start < end && !isValueOfSection(body, object, own, outputs)) {
    return { values: fromObject(body, object, outputs, reading), coercions };
  }
  const values =
    own.length > 0
      ? fromSections(body, { echo: all.slice(0, first), own, end }, outputs, reading)
      : fromBareValue(body, all, outputs, reading);
  return { values, coercions };
}

/** True where the object is part of what a marker introduces: `answer: Use {"answer": 1} there.` */
function isValueOfSection(
  body: string,
  object: ObjectNode,
  own: readonly Section[],
  outputs: readonly FieldSpec[],
): boolean {
  const markers = own.map(({ marker }) => marker);
  const behind = markers.findLast(({ start }) => start < object.start);
  if (behind === undefined || !isComplete(markers, outputs)) return false;
  const around = `${body.slice(behind.end, object.start)}${body.slice(object.end)}`;
  return around.trim() !== '' || outputs.length > 1 || isPropertyOf(outputs[0]);
}

/** True where an object of the field may have a property of the field's name: `item: {"item": "a"}` says the whole item. */
function isPropertyOf(field: FieldSpec | undefined): boolean {
  const words = field === undefined ? [] : [field.name, shownName(field)];
  const holds = (type: FieldSpec['type'] | undefined): boolean => {
    if (type?.kind === 'nullable') return holds(type.inner);
    if (type?.kind !== 'object') return false;
    return type.properties.some((one) => words.includes(one.name) || words.includes(shownName(one)));
  };
  return holds(field?.type);
}

/** Takes off a fence around the whole of the reply. */
function withoutFence(text: string, reading: Reading): string {
  const fence = /^\s*(```+|~~~+)[a-z]*[ \t]*\n([\s\S]*?)\n?[ \t]*\1\s*$/iu.exec(text);
  if (fence?.[2] === undefined || fence[2].includes(fence[1] ?? '```')) return text;
  note(reading, '', 'fence-removed', fence[1] ?? '', '');
  return fence[2];
}

/** @throws ParseError for a draft without an answer */
function answerOf(text: string, reading: Reading): string {
  if (!THINK.isAll(text)) return withoutDraft(text, reading.coercions, THINK);
  const expected = `an answer behind ${DRAFT_END}`;
  throw new ParseError({ path: '', found: show(text), expected, reply: text });
}

function fromObject(
  body: string,
  object: ObjectNode,
  outputs: readonly FieldSpec[],
  reading: Reading,
): Record<string, unknown> {
  const outside = `${body.slice(0, object.start)}${body.slice(object.end)}`.trim();
  const around = withoutFences(outside).trim();
  if (around !== outside) note(reading, '', 'fence-removed', outside, around);
  if (around !== '') note(reading, '', 'text-around-dropped', around, '');
  const fitting = newFitting();
  fitting.jsonInText = true;
  const value = members(object, outputs, undefined, fitting, fit);
  return accept(value === MISFIT ? value : noteFixes(object, value, undefined, fitting), fitting, reading);
}

/**
 * The whole reply is the value of the only output, up to the next turn. A line of text that starts with the name of an
 * input and a colon ends it here too: of the two readings, a turn that the model made up is by far the commoner, the
 * rule is the same one as behind a marker, and the note shows what was dropped. A reply that begins with such a line has
 * no end of the input to be seen: an echo of the input is never taken for an answer.
 */
function fromBareValue(
  body: string,
  inputs: readonly Section[],
  outputs: readonly FieldSpec[],
  reading: Reading,
): Record<string, unknown> {
  const [only, second] = outputs;
  if (only === undefined || second !== undefined) {
    const expected = `the fields ${outputs.map(shownName).join(', ')}`;
    throw new ParseError({ path: '', found: show(body), expected, reply: reading.reply });
  }
  if (body.trim() === '') throw missing(only, reading);
  const next = inputs[0]?.marker.start ?? body.length;
  const value = body.slice(0, next);
  if (value.trim() === '') {
    const expected = `a line that starts with '${shownName(only)}:'`;
    throw new ParseError({ path: only.name, found: show(body), expected, reply: reading.reply });
  }
  if (next < body.length) note(reading, only.name, 'next-turn-dropped', body.slice(next).trim(), '');
  return Object.fromEntries([[only.name, fieldValue(value, only, reading)]]);
}
