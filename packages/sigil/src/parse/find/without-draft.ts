import type { Coercion } from '@sigil/spec';
import { endToken, turnBreak } from '../../template/reserved-text.js';
import { show } from '../describe.js';
import { readRoots } from '../tree/read-roots.js';

/** What stands around a draft: the tags by which reasoning models mark what they write before their answer. */
export class DraftTags {
  readonly #opening: RegExp;
  readonly #closing: RegExp;
  readonly #tags: readonly string[];

  constructor(names: readonly string[]) {
    this.#tags = names.map((name) => `<${name}>`);
    this.#opening = new RegExp(`^\\s*<(?:${names.join('|')})>`, 'iu');
    this.#closing = new RegExp(`</(?:${names.join('|')})>`, 'giu');
  }

  /** True for a reply that begins with a draft. */
  begins(text: string): boolean {
    return this.#opening.test(text);
  }

  /** True for text that may become a reply that begins with one. */
  mayBegin(text: string): boolean {
    const start = text.trimStart().toLowerCase();
    return this.#tags.some((tag) => tag.startsWith(start));
  }

  /** True for a reply that is a draft so far, without an answer behind it. */
  isAll(text: string): boolean {
    return this.begins(text) && this.end(text) < 0;
  }

  /** Where the answer begins, behind the first draft; -1 where none is over. */
  end(text: string): number {
    this.#closing.lastIndex = 0;
    return this.#closing.test(text) ? this.#closing.lastIndex : -1;
  }

  /**
   * Where the answer begins, behind all drafts; -1 where none is over. Drafts that are opened end at the first tag that
   * closes them. Without one that opens, the last that closes counts, unless it stands in the answer.
   */
  answerStart(text: string): number {
    if (!text.includes('</')) return -1;
    if (this.begins(text)) {
      let start = 0;
      while (this.begins(text.slice(start)) && this.end(text.slice(start)) >= 0)
        start += this.end(text.slice(start));
      return start;
    }
    this.#closing.lastIndex = 0;
    const ends = Array.from(text.matchAll(this.#closing), (match) => match.index + match[0].length);
    const roots = ends.length === 0 ? [] : readRoots(text, undefined);
    const isInside = (end: number): boolean =>
      roots.some((root) => root.closed && root.start < end && end < root.end);
    return ends.findLast((end) => !isInside(end)) ?? -1;
  }
}

/** In a reply whose layout is ours the other names may be fields. */
export const THINK = new DraftTags(['think']);

/** Where only a value is wanted. */
export const ANY_DRAFT = new DraftTags([
  'think',
  'thinking',
  'thought',
  'reasoning',
  'reflection',
  'scratchpad',
]);

/**
 * Leaves out what a reasoning model wrote before its answer, and the tokens of chat templates that some servers leave
 * in, with the turns behind them.
 */
export function withoutDraft(text: string, notes: Coercion[], tags: DraftTags): string {
  const end = Math.max(tags.answerStart(text), finalChannel(text));
  const answer = end < 0 ? text : text.slice(end).trimStart();
  if (end >= 0) note(notes, 'reasoning-removed', show(text.slice(0, end)));
  let clean = answer.trimEnd();
  for (let token = endToken(clean); token !== ''; token = endToken(clean)) {
    note(notes, 'end-token-removed', token);
    clean = clean.slice(0, -token.length).trimEnd();
  }
  const next = turnBreak(clean);
  if (next > 0) {
    note(notes, 'next-turn-dropped', clean.slice(next));
    clean = clean.slice(0, next).trimEnd();
  }
  return clean.replace(/^\uFEFF/u, '');
}

/** Where the answer begins in a reply with channels, of which the last is the answer; -1 for any other reply. */
function finalChannel(text: string): number {
  const mark = '<|channel|>final<|message|>';
  const at = text.lastIndexOf(mark);
  return at < 0 ? -1 : at + mark.length;
}

function note(notes: Coercion[], kind: string, from: string): void {
  notes.push({ path: '', kind, from, to: '' });
}
