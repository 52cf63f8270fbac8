import type { FieldSpec } from '@sigil/spec';
import type { MarkerSyntax } from '../../template/field-marker.js';
import type { Section } from './sections.js';

/** What may begin another layout, end a turn, or break a line where `\n` does not. */
const OTHER_LAYOUT = /[{<\r\u2028\u2029]/u;

/**
 * The sections of a reply that has the layout it was asked for: each line starts with the name of an output and a
 * colon, and nothing else is there. Most replies do, and reading them so takes a fifth of the time of looking for every
 * layout. What it finds is what {@link cutSections} would find.
 *
 * @returns undefined for a reply that has to be looked at in full
 */
export function answerLines(
  reply: string,
  outputs: readonly FieldSpec[],
  syntax: MarkerSyntax,
): readonly Section[] | undefined {
  const text = reply.trimEnd();
  // An end token of some servers is in brackets.
  if (OTHER_LAYOUT.test(text) || text.endsWith(']]')) return undefined;
  const sections: Section[] = [];
  for (let start = 0; start < text.length;) {
    const colon = text.indexOf(':', start);
    const name = colon < 0 ? undefined : syntax.plainName(text.slice(start, colon));
    if (name === undefined || !outputs.some((field) => field.name === name)) return undefined;
    const lineEnd = text.indexOf('\n', colon);
    const end = lineEnd < 0 ? text.length : lineEnd + 1;
    sections.push({
      marker: { name, start, end: colon + 1, decoration: '', isMember: false },
      text: text.slice(colon + 1, end).trim(),
      end,
      isCut: false,
    });
    start = end;
  }
  return sections.length === 0 ? undefined : sections;
}
