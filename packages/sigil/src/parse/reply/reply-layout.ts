import { bodyOf } from '@sigil/schema';
import { ParseError, type FieldSpec, type ValueType } from '@sigil/spec';
import type { MarkerSyntax } from '../../template/field-marker.js';
import { shownName } from '../../template/shown-name.js';
import { DRAFT_END } from '../../template/reserved-text.js';
import { show } from '../describe.js';
import { THINK, withoutDraft } from '../find/without-draft.js';
import type { ObjectNode } from '../tree/node.js';
import { answerLines } from './answer-lines.js';
import { findObject, isComplete } from './find-object.js';
import type { Turn } from './from-sections.js';
import { note, type Reading } from './reading.js';
import { cutSections, type Section } from './sections.js';

/** How a reply gives its outputs. All places are counted in `body`. */
export type ReplyLayout =
  /** Behind markers. */
  | { readonly kind: 'sections'; readonly body: string; readonly turn: Turn }
  /** As the members of a JSON object. */
  | { readonly kind: 'object'; readonly body: string; readonly object: ObjectNode }
  /** As the value of the only output; inputs behind it begin a next turn. */
  | { readonly kind: 'bare'; readonly body: string; readonly inputs: readonly Section[] };

/**
 * The layout that the model chose for its reply.
 *
 * @param outputs the output fields of the signature
 * @param syntax the markers of all its fields
 * @throws ParseError for a draft without an answer, and for a JSON object that breaks off
 */
export function replyLayout(
  text: string,
  outputs: readonly FieldSpec[],
  syntax: MarkerSyntax,
  reading: Reading,
): ReplyLayout {
  const lines = answerLines(text, outputs, syntax);
  if (lines !== undefined)
    return { kind: 'sections', body: text, turn: { echo: [], own: lines, end: text.length } };
  const names = new Set(outputs.map((field) => field.name));
  const isOutput = ({ name }: { name: string }): boolean => names.has(name);
  const whole = withoutFence(answerOf(text, reading), reading);
  const places = syntax.find(whole);
  const body = insideFence(whole, places.find(isOutput)?.start, reading);
  const found = body === whole ? places : places.filter(({ start }) => start < body.length);
  const object = findObject(body, outputs, found, reading);
  const outside = found.filter(
    ({ start }) => object === undefined || start < object.start || start >= object.end,
  );
  const all = cutSections(body, outside, isOutput, (markers) => isComplete(markers, outputs));
  const first = all.findIndex(({ marker }) => isOutput(marker));
  const next = first < 0 ? undefined : all.slice(first).find(({ marker }) => !isOutput(marker));
  const end = next?.marker.start ?? body.length;
  const own = first < 0 ? [] : all.slice(first).filter(({ marker }) => marker.start < end);

  if (object !== undefined && object.start < end && !isValueOfSection(body, object, own, outputs))
    return { kind: 'object', body, object };
  return own.length > 0
    ? { kind: 'sections', body, turn: { echo: all.slice(0, first), own, end } }
    : { kind: 'bare', body, inputs: all };
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
  return field !== undefined && mayHave(field.type, words);
}

/** True for a type whose objects may have a property of one of the names. */
function mayHave(type: ValueType, words: readonly string[]): boolean {
  const body = bodyOf(type);
  if (body.kind === 'map' || body.kind === 'json') return true;
  if (body.kind === 'union') return body.variants.some((variant) => mayHave(variant, words));
  if (body.kind !== 'object') return false;
  return body.properties.some((one) => words.includes(one.name) || words.includes(shownName(one)));
}

/** Takes off a fence around the whole of the reply. */
function withoutFence(text: string, reading: Reading): string {
  const fence = /^\s*(```+|~~~+)[a-z]*[ \t]*\n([\s\S]*?)\n?[ \t]*\1\s*$/iu.exec(text);
  if (fence?.[2] === undefined || fence[2].includes(fence[1] ?? '```')) return text;
  note(reading, '', 'fence-removed', fence[1] ?? '', '');
  return fence[2];
}

/**
 * The reply up to the end of the fence that its first field stands in, at the beginning of it: what follows is talk. A
 * fence in a value opens with a word, or closes one that did.
 *
 * @param first where the first marker of an output begins
 */
function insideFence(text: string, first: number | undefined, reading: Reading): string {
  const open = /(?:^|\n)[ \t]*(```+|~~~+)[a-z]*[ \t]*\s*$/iu.exec(text.slice(0, first ?? 0))?.[1];
  if (first === undefined || open === undefined) return text;
  let isInside = false;
  const fences = new RegExp(`^[ \\t]*${open}(.*)$`, 'gmu');
  fences.lastIndex = first;
  for (const fence of text.matchAll(fences)) {
    const opens = (fence[1] ?? '').trim() !== '';
    if (!isInside && !opens) {
      note(reading, '', 'fence-removed', open, '');
      const behind = text.slice(fence.index + fence[0].length).trim();
      if (behind !== '') note(reading, '', 'text-around-dropped', behind, '');
      return text.slice(0, fence.index);
    }
    isInside = opens;
  }
  return text;
}

/** @throws ParseError for a draft without an answer */
function answerOf(text: string, reading: Reading): string {
  if (!THINK.isAll(text)) return withoutDraft(text, reading.coercions, THINK);
  const expected = `an answer behind ${DRAFT_END}`;
  throw new ParseError({ path: '', found: show(text), expected, reply: text });
}
