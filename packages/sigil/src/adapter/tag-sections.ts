import type { FieldTag } from '../template/field-tag.js';

/** What stands between the tags of a field. */
export interface TagSection {
  readonly name: string;
  /** Where the opening tag begins, and where the closing one ends. */
  readonly start: number;
  readonly end: number;
  /** Where the value begins and ends. */
  readonly from: number;
  readonly to: number;
  /** What ends it: its closing tag, the next field in a line of its own, or the end of the reply. */
  readonly endsWith: 'tag' | 'next' | 'nothing';
  readonly closing: string;
}

/** The sections of a reply, and the tags that belong to none. */
export interface TagSections {
  readonly sections: readonly TagSection[];
  readonly stray: readonly FieldTag[];
}

/**
 * Cuts a reply at the tags of its fields. A section ends at the first closing tag of its name: what a writer escapes is
 * none. Where that is missing, it ends where the next field begins in a line of its own. Tags inside of a section are
 * part of its text.
 */
export function tagSections(body: string, tags: readonly FieldTag[]): TagSections {
  const sections: TagSection[] = [];
  const stray: FieldTag[] = [];
  const closings = new Closings(tags);
  let from = 0;
  for (const [at, tag] of tags.entries()) {
    if (tag.start < from) continue;
    if (tag.kind === 'close') {
      stray.push(tag);
      continue;
    }
    const section = sectionOf(body, tags, at, closings);
    sections.push(section);
    from = section.end;
  }
  return { sections, stray };
}

function sectionOf(body: string, tags: readonly FieldTag[], at: number, closings: Closings): TagSection {
  const tag = tags[at];
  if (tag === undefined) throw new TypeError(`No tag ${at}.`);
  const { name, start, end, closing } = tag;
  const place = { name, start, from: end, closing };
  if (tag.kind === 'empty') return { ...place, end, to: end, endsWith: 'tag' };
  const closed = closings.behind(tag);
  if (closed !== undefined) return { ...place, end: closed.end, to: closed.start, endsWith: 'tag' };
  for (let next = at + 1; next < tags.length; next++) {
    const one = tags[next];
    if (one === undefined || one.kind === 'close' || one.name === name || !startsLine(body, one)) continue;
    return { ...place, end: one.start, to: one.start, endsWith: 'next' };
  }
  return { ...place, end: body.length, to: body.length, endsWith: 'nothing' };
}

/** The closing tags by name. Each is passed once, since sections go on from left to right. */
class Closings {
  readonly #byName = new Map<string, { readonly tags: FieldTag[]; at: number }>();

  constructor(tags: readonly FieldTag[]) {
    for (const tag of tags) {
      if (tag.kind !== 'close') continue;
      const known = this.#byName.get(tag.name);
      if (known === undefined) this.#byName.set(tag.name, { tags: [tag], at: 0 });
      else known.tags.push(tag);
    }
  }

  behind({ name, end }: FieldTag): FieldTag | undefined {
    const known = this.#byName.get(name);
    if (known === undefined) return undefined;
    while ((known.tags[known.at]?.start ?? end) < end) known.at++;
    return known.tags[known.at];
  }
}

function startsLine(body: string, { start }: FieldTag): boolean {
  return /(?:^|\n)[ \t]*$/u.test(body.slice(Math.max(0, start - 40), start));
}
