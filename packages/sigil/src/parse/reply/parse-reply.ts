import { ParseError, type Coercion, type FieldSpec, type ParsedReply } from '@sigil/spec';
import type { MarkerSyntax } from '../../template/field-marker.js';
import { shownName } from '../../template/shown-name.js';
import { show } from '../describe.js';
import { fit } from '../fit/fit.js';
import { MISFIT } from '../fit/fitting.js';
import { members } from '../fit/fit-object.js';
import { noteFixes } from '../fit/note-fixes.js';
import type { ObjectNode } from '../tree/node.js';
import { withoutFences } from './find-object.js';
import { fieldValue, fromSections, missing } from './from-sections.js';
import { accept, newFitting, note, type Reading } from './reading.js';
import { replyLayout, type ReplyLayout } from './reply-layout.js';
import type { Section } from './sections.js';

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
  return { values: valuesOf(replyLayout(text, outputs, syntax, reading), outputs, reading), coercions };
}

function valuesOf(
  layout: ReplyLayout,
  outputs: readonly FieldSpec[],
  reading: Reading,
): Record<string, unknown> {
  const { kind, body } = layout;
  if (kind === 'object') return fromObject(body, layout.object, outputs, reading);
  return kind === 'sections'
    ? fromSections(body, layout.turn, outputs, reading)
    : fromBareValue(body, layout.inputs, outputs, reading);
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
