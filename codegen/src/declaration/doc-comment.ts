import type { Place } from './place.js';
import { isInlineTag } from './inline-tag.js';
import { isUnfinished, readData } from './tag-data.js';
import { isAboutValues } from './tag-names.js';

/** A doc comment: the text before the tags, and the tags. */
export interface DocComment {
  readonly text: string;
  readonly tags: readonly DocTag[];
}

export interface DocTag {
  readonly name: string;
  /** What stands behind it, trimmed: to the end of the line, or of the text or the data that goes on below. */
  readonly value: string;
  readonly place: Place;
  /** Set where the same comment has the tag before. */
  readonly repeated?: true;
}

/**
 * Reads a documentation comment. A tag starts a line; those that say something about a value may also follow a sentence
 * (`0 can wait, 1 is an outage. @minimum 0 @maximum 1`), any other `@word` inside a line is text.
 *
 * The compiler's own reader is not used: it ends a sentence at any `@word`, and it takes braces and stars out of
 * patterns.
 *
 * @param raw the comment with its delimiters
 * @param placeOf place of a stretch of the comment, from offsets into `raw`
 */
export function parseDocComment(raw: string, placeOf: (start: number, end: number) => Place): DocComment {
  const text: string[] = [];
  const tags: DocTag[] = [];
  let inFence = false;
  // The tag that the following lines belong to: what follows @remarks is a part of it, what follows @minimum 0 is
  // description again.
  let open: { readonly at: number; readonly lines: string[] } | undefined;
  const close = (): void => {
    const tag = open === undefined ? undefined : tags[open.at];
    if (open !== undefined && tag !== undefined) tags[open.at] = { ...tag, value: tidy(open.lines) };
    open = undefined;
  };
  for (const line of linesOf(raw)) {
    if (/^\s*```/u.test(line.text)) inFence = !inFence;
    const starts = inFence ? [] : tagStarts(line.text);
    const first = starts[0];
    const before = line.text.slice(0, first?.index);
    if (open !== undefined && goesOn(tags[open.at], open.lines)) open.lines.push(before);
    else {
      close();
      text.push(before);
    }
    if (first !== undefined) close();
    starts.forEach((start, at) => {
      const end = starts[at + 1]?.index ?? line.text.length;
      const from = start.index + 1 + start.name.length;
      tags.push({
        name: start.name,
        value: line.text.slice(from, end).trim(),
        place: placeOf(line.offset + start.index, line.offset + from),
        ...(tags.some(({ name }) => name === start.name) ? { repeated: true } : {}),
      });
    });
    const last = tags.at(-1);
    if (first !== undefined && last !== undefined) open = { at: tags.length - 1, lines: [last.value] };
  }
  close();
  return { text: tidy(text), tags };
}

/** True where the line below belongs to a tag, and not to the description. */
function goesOn(tag: DocTag | undefined, lines: readonly string[]): boolean {
  switch (tag?.name) {
    case undefined:
      return false;
    case 'description':
    case 'deprecated':
      return true;
    case 'default':
    case 'examples':
      return isUnfinished(lines.join('\n'));
    case 'example':
      // An example that is no data is text or code, of as many lines as it takes.
      return !('value' in readData(lines.join('\n')));
    default:
      return tag !== undefined && !isAboutValues(tag.name);
  }
}

/** The lines between the delimiters, without the leading stars. */
function linesOf(raw: string): { text: string; offset: number }[] {
  const end = raw.endsWith('*/') ? raw.length - 2 : raw.length;
  const lines: { text: string; offset: number }[] = [];
  let start = 3;
  while (start <= end) {
    const found = raw.slice(start, end).search(/\r\n|\n|\r/u);
    const lineEnd = found < 0 ? end : start + found;
    const line = raw.slice(start, lineEnd);
    const lead = lines.length === 0 ? /^[ \t]*/u.exec(line) : /^[ \t]*(?:\*(?!\*)[ \t]?)?/u.exec(line);
    const skipped = lead?.[0].length ?? 0;
    lines.push({ text: line.slice(skipped), offset: start + skipped });
    if (found < 0) break;
    start = lineEnd + (raw.startsWith('\r\n', lineEnd) ? 2 : 1);
  }
  return lines;
}

function tagStarts(line: string): { name: string; index: number }[] {
  const masked = line.replace(/`[^`]*`|\{@[^}]*\}/gu, (code) => ' '.repeat(code.length));
  const starts: { name: string; index: number }[] = [];
  for (const match of masked.matchAll(/(^|[\s(,;])@([A-Za-z][\w-]*)/gu)) {
    const name = match[2] ?? '';
    const index = match.index + (match[1] ?? '').length;
    const startsLine = masked.slice(0, index).trim() === '';
    const isWord = /^(?:\s|$)/u.test(masked.slice(index + 1 + name.length));
    const last = starts.at(-1);
    const around = {
      before: masked.slice(0, index),
      behind: masked.slice(index + 1 + name.length),
      ...(last === undefined ? {} : { tag: last.name }),
    };
    if (startsLine || (isWord && isInlineTag(name, around))) starts.push({ name, index });
  }
  return starts;
}

function tidy(lines: readonly string[]): string {
  const [first = '', ...rest] = lines.map((line) => line.trimEnd());
  const indents = rest.filter((line) => line !== '').map((line) => line.search(/\S/u));
  const common = indents.length === 0 ? 0 : Math.min(...indents);
  return [first, ...rest.map((line) => line.slice(common))]
    .join('\n')
    .replace(
      /\{@link(?:code|plain)?\s+([^}|\s]+)(?:\s*[|\s]\s*([^}]*))?\}/gu,
      (_, target: string, label?: string) =>
        label === undefined || label.trim() === '' ? target : label.trim(),
    )
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}
