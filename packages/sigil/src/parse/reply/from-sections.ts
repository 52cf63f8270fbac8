import { holdsNull, isNoValue } from '@sigil/schema';
import { ParseError, type FieldSpec } from '@sigil/spec';
import { shownName } from '../../template/shown-name.js';
import { describe, show } from '../describe.js';
import { MISFIT } from '../fit/fitting.js';
import { isRequired } from './find-object.js';
import { fitText } from './fit-text.js';
import { accept, newFitting, note, type Reading } from './reading.js';
import type { Section } from './sections.js';

/** The part of a reply that answers. */
export interface Turn {
  /** The inputs that the model said again before its answer. */
  readonly echo: readonly Section[];
  /** The outputs, up to the next turn; there is at least one. */
  readonly own: readonly Section[];
  /** Where the next turn begins that the model made up, or the end of the reply. */
  readonly end: number;
}

/**
 * The outputs that stand behind markers. The first section of a field counts.
 *
 * @throws ParseError for an output that is missing, cut off, or does not fit its type
 */
export function fromSections(
  body: string,
  { echo, own, end }: Turn,
  outputs: readonly FieldSpec[],
  reading: Reading,
): Record<string, unknown> {
  let at = 0;
  const texts = new Map<string, string>();
  for (const section of own) {
    const { marker, text } = section;
    noteDropped(body.slice(at, marker.start), reading);
    at = section.end;
    if (section.isCut) throw cutOff(body, section, reading);
    if (marker.closing !== undefined) {
      note(reading, marker.name, 'tag-removed', body.slice(marker.start, marker.end).trim(), '');
    }
    if (texts.has(marker.name)) note(reading, marker.name, 'repeated-field-dropped', text, '');
    else texts.set(marker.name, text);
  }
  noteDropped(body.slice(at, end), reading);
  if (end < body.length) {
    note(reading, own.at(-1)?.marker.name ?? '', 'next-turn-dropped', body.slice(end).trim(), '');
  }
  const entries: [string, unknown][] = [];
  for (const field of outputs) {
    const text = texts.get(field.name);
    // An empty text is written as "".
    const isEmpty = text === undefined || (text === '' && field.type.kind === 'string');
    const isAbsent = isEmpty || (!isRequired(field) && isNoValue(text));
    const isNull = field.type.kind === 'nullable' || (text === 'null' && holdsNull(field.type));
    if (!isAbsent || (text !== undefined && isNull)) {
      entries.push([field.name, fieldValue(text ?? '', field, reading)]);
    } else if (isRequired(field)) throw missing(field, reading);
  }
  refuseTwoAnswers(body, echo, outputs, entries, reading);
  return Object.fromEntries(entries);
}

/**
 * A bare value, an input, and then the output in a line: the bare value was the answer and the line belongs to the next
 * turn, or what came first was talk. Where both can be read and differ, nobody knows.
 */
function refuseTwoAnswers(
  body: string,
  echo: readonly Section[],
  outputs: readonly FieldSpec[],
  entries: readonly (readonly [string, unknown])[],
  reading: Reading,
): void {
  const [only, second] = outputs;
  const lead = body.slice(0, echo[0]?.marker.start ?? 0).trim();
  const isIntroduction = /[:：][*_]*$/u.test(lead);
  if (only === undefined || second !== undefined || lead === '' || isIntroduction) return;
  const value = readable(lead, only, reading);
  const read = entries[0]?.[1];
  if (value === undefined || JSON.stringify(value) === JSON.stringify(read)) return;
  throw new ParseError({
    path: only.name,
    // It stands in two places.
    keys: [],
    found: `${show(value)} and ${show(read)}`,
    expected: `one answer, in a line that starts with '${shownName(only)}:'`,
    reply: reading.reply,
  });
}

function readable(text: string, field: FieldSpec, reading: Reading): unknown {
  const fitting = newFitting();
  const value = fitText(text, field.type, undefined, { fitting, unescape: reading.unescape });
  return value === MISFIT ? undefined : value;
}

/**
 * The value that the text of a field says.
 *
 * @throws ParseError
 */
export function fieldValue(text: string, { name, type }: FieldSpec, reading: Reading): unknown {
  const fitting = newFitting();
  const place = { around: undefined, key: name };
  return accept(fitText(text, type, place, { fitting, unescape: reading.unescape }), fitting, reading);
}

/** The error for a field that has to be there and is not. */
export function missing({ name, type }: FieldSpec, { reply }: Reading): ParseError {
  return new ParseError({ path: name, found: 'nothing', expected: describe(type), reply });
}

function noteDropped(text: string, reading: Reading): void {
  if (text.trim() !== '') note(reading, '', 'text-around-dropped', text.trim(), '');
}

function cutOff(body: string, { marker }: Section, reading: Reading): ParseError {
  return new ParseError({
    path: marker.name,
    found: show(body.slice(marker.start)),
    expected: `a value that ends with ${marker.closing ?? ''}`,
    reply: reading.reply,
  });
}
