import { bodyOf, shownValues } from '@sigil/schema';
import { ParseError, type FieldSpec, type ParsedReply } from '@sigil/spec';
import { show } from '../parse/describe.js';
import { quotedText } from '../parse/find/quoted-text.js';
import { THINK, withoutDraft } from '../parse/find/without-draft.js';
import { fromSections } from '../parse/reply/from-sections.js';
import { parseReply } from '../parse/reply/parse-reply.js';
import { note, type Reading } from '../parse/reply/reading.js';
import type { Section } from '../parse/reply/sections.js';
import { readRoots } from '../parse/tree/read-roots.js';
import type { SignatureParts } from './signature-parts.js';
import { tagSections, type TagSection } from './tag-sections.js';

/**
 * Reads the outputs of a reply that was asked for as `<name>value</name>`, with anything around the tags. What is in
 * another layout is read as that layout.
 *
 * @throws ParseError also for a value whose end is not known, and for a closing tag that closes nothing
 */
export function readTagReply(text: string, parts: SignatureParts): ParsedReply {
  const { outputs, lines, tags } = parts;
  const reading: Reading = { reply: text, coercions: [], unescape: (escaped) => tags.unescape(escaped) };
  const own = readIn(text.trim(), true, parts, reading);
  if (own !== undefined) return { values: own, coercions: reading.coercions };
  if (outputs.length > 0 && !THINK.isAll(text)) {
    // The tag that closes a field of this name is what some servers end a reply with.
    const answer = tags.holds('</s>') ? THINK.answer(text) : withoutDraft(text, reading.coercions, THINK);
    const values = readIn(answer, false, parts, reading);
    if (values !== undefined) return { values, coercions: reading.coercions };
  }
  return parseReply(text, outputs, lines);
}

/**
 * @param isPure nothing may stand around the tags; a field may be named as a draft or an end token is
 * @returns undefined for a reply that says nothing in tags, or says something before them in another layout
 */
function readIn(
  body: string,
  isPure: boolean,
  parts: SignatureParts,
  reading: Reading,
): Readonly<Record<string, unknown>> | undefined {
  const { outputs } = parts;
  const { sections, stray } = tagSections(body, parts.tags.tags(body));
  const names = new Set(outputs.map(({ name }) => name));
  const isOutput = ({ name }: { name: string }): boolean => names.has(name);
  const first = sections.findIndex(isOutput);
  const opening = sections[first];
  if (opening === undefined || sections[0] === undefined) return undefined;
  if (isPure ? !fills(body, sections) : isSaidBefore(body.slice(0, sections[0].start), names, parts))
    return undefined;
  const next = sections.slice(first).find((section) => !isOutput(section));
  const end = next?.start ?? body.length;
  const lost = stray.find((tag) => isOutput(tag) && tag.start > opening.start && tag.start < end);
  if (lost !== undefined) {
    const found = show(body.slice(lost.start));
    const expected = `nothing behind the end of the field, or <\\/${lost.name}> where it is text`;
    throw new ParseError({ path: lost.name, found, expected, reply: reading.reply });
  }
  const cut = (section: TagSection): Section => asSection(body, section, outputs, reading);
  const own = sections.slice(first).filter(({ start }) => start < end);
  refuseHidden(body, own, parts, reading);
  const turn = { echo: sections.slice(0, first).map(cut), own: own.map(cut), end };
  return fromSections(body, turn, outputs, reading);
}

function fills(body: string, sections: readonly TagSection[]): boolean {
  let at = 0;
  for (const { start, end, endsWith } of sections) {
    if (endsWith !== 'tag' || body.slice(at, start).trim() !== '') return false;
    at = end;
  }
  return body.slice(at).trim() === '';
}

/** True where the text before the tags says an output: tags behind it are part of a value. */
function isSaidBefore(before: string, names: ReadonlySet<string>, { lines }: SignatureParts): boolean {
  return /[{[]/u.test(before) || lines.find(before).some(({ name }) => names.has(name));
}

/** An output that stands nowhere but in the text of another one is in it by mistake, or the other one has no end. */
function refuseHidden(
  body: string,
  own: readonly TagSection[],
  { tags, outputs }: SignatureParts,
  reading: Reading,
): void {
  const given = new Set(own.map(({ name }) => name));
  const missing = new Set(outputs.filter(({ name }) => !given.has(name)).map(({ name }) => name));
  if (missing.size === 0) return;
  for (const { name, from, to } of own) {
    const hidden = tags.tags(body.slice(from, to)).find((tag) => missing.has(tag.name));
    if (hidden === undefined) continue;
    const found = show(body.slice(from, to));
    const expected = `one field in each tag: '${hidden.name}' stands inside of it`;
    throw new ParseError({ path: name, found, expected, reply: reading.reply });
  }
}

/** A section as those of lines are. What the tags hold needs no note: they were asked for. */
function asSection(
  body: string,
  { name, start, end, from, to, endsWith, closing }: TagSection,
  outputs: readonly FieldSpec[],
  reading: Reading,
): Section {
  const text = body.slice(from, to).trim();
  const field = outputs.find((one) => one.name === name);
  const isCut = endsWith === 'nothing' && (field === undefined || !isWhole(text, field));
  if (endsWith !== 'tag' && !isCut) note(reading, name, 'tag-closed', '', closing);
  const isEmptyText = text === '' && field?.type.kind === 'string';
  const place = { name, start, end: from, decoration: '', isMember: false };
  const marker = isCut ? { ...place, closing } : place;
  return { marker, text: isEmptyText ? '""' : text, end, isCut };
}

/** Whether a value that nothing closes is known to be whole: no more text could make another value of it. */
function isWhole(text: string, { type }: FieldSpec): boolean {
  const body = bodyOf(type);
  if (body.kind === 'boolean') return text === 'true' || text === 'false';
  if (body.kind === 'enum') {
    const words = shownValues(body).map(String);
    return words.includes(text) && !words.some((word) => word !== text && word.startsWith(text));
  }
  if (quotedText(text) !== undefined) return true;
  const [only] = body.kind === 'string' ? [] : readRoots(text, undefined);
  return only?.closed === true && only.start === 0 && only.end === text.length;
}
