import { isNoValue } from '@sigil/schema';
import { ParseError, type FieldSpec } from '@sigil/spec';
import { shownName } from '../template/shown-name.js';
import { coerceText } from './coerce.js';
import { note, type CoerceContext } from './coerce-context.js';
import { show } from './describe.js';
import { isRequired } from './find-object.js';
import { missing } from './mismatch.js';
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
  context: CoerceContext,
): Record<string, unknown> {
  let at = 0;
  const texts = new Map<string, string>();
  for (const section of own) {
    const { marker, text } = section;
    noteDropped(body.slice(at, marker.start), context);
    at = section.end;
    if (section.isCut) throw cutOff(body, section, context);
    if (marker.closing !== undefined) {
      note(context, marker.name, 'tag-removed', body.slice(marker.start, marker.end).trim(), '');
    }
    if (texts.has(marker.name)) note(context, marker.name, 'repeated-field-dropped', text, '');
    else texts.set(marker.name, text);
  }
  noteDropped(body.slice(at, end), context);
  if (end < body.length) {
    note(context, own.at(-1)?.marker.name ?? '', 'next-turn-dropped', body.slice(end).trim(), '');
  }
  const entries: [string, unknown][] = [];
  for (const field of outputs) {
    const text = texts.get(field.name);
    // An empty text is written as "".
    const isEmpty = text === undefined || (text === '' && field.type.kind === 'string');
    const isAbsent = isEmpty || (!isRequired(field) && isNoValue(text));
    if (!isAbsent || (text !== undefined && field.type.kind === 'nullable')) {
      entries.push([field.name, coerceText(text ?? '', field.type, field.name, context)]);
    } else if (isRequired(field)) throw missing(field.type, field.name, context);
  }
  refuseTwoAnswers(body, echo, outputs, entries, context);
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
  context: CoerceContext,
): void {
  const [only, second] = outputs;
  const lead = body.slice(0, echo[0]?.marker.start ?? 0).trim();
  const isIntroduction = /[:：][*_]*$/u.test(lead);
  if (only === undefined || second !== undefined || lead === '' || isIntroduction) return;
  const value = readable(lead, only, context);
  const read = entries[0]?.[1];
  if (value === undefined || JSON.stringify(value) === JSON.stringify(read)) return;
  throw new ParseError({
    path: only.name,
    found: `${show(value)} and ${show(read)}`,
    expected: `one answer, in a line that starts with '${shownName(only)}:'`,
    reply: context.reply,
  });
}

function readable(text: string, field: FieldSpec, context: CoerceContext): unknown {
  try {
    return coerceText(text, field.type, field.name, { ...context, coercions: [] });
  } catch (error) {
    if (ParseError.isInstance(error)) return undefined;
    throw error;
  }
}

function noteDropped(text: string, context: CoerceContext): void {
  if (text.trim() !== '') note(context, '', 'text-around-dropped', text.trim(), '');
}

function cutOff(body: string, { marker }: Section, context: CoerceContext): ParseError {
  return new ParseError({
    path: marker.name,
    found: show(body.slice(marker.start)),
    expected: `a value that ends with ${marker.closing ?? ''}`,
    reply: context.reply,
  });
}
