import type { Coercion } from '@sigil/spec';
import { endToken, turnBreak } from '../../template/reserved-text.js';
import { escapePattern } from '../../template/field-name.js';
import { show } from '../describe.js';
import { readRoots } from '../tree/read-roots.js';

/** What opens a draft, and what closes it. */
type Marks = readonly [open: string, close: string];

/** What stands around a draft: the tags by which reasoning models mark what they write before their answer. */
export class DraftTags {
  readonly #openings: readonly string[];
  readonly #opening: RegExp;
  readonly #closing: RegExp;
  readonly #whole: RegExp;

  constructor(names: readonly string[], others: readonly Marks[] = []) {
    const marks = [...names.map((name): Marks => [`<${name}>`, `</${name}>`]), ...others];
    const any = (texts: readonly string[]): string => texts.map(escapePattern).join('|');
    this.#openings = marks.map(([open]) => open.toLowerCase());
    this.#opening = new RegExp(`^\\s*(?:${any(this.#openings)})`, 'iu');
    this.#closing = new RegExp(any(marks.map(([, close]) => close)), 'giu');
    const whole = marks.map((one) => one.map(escapePattern).join('[^]*?'));
    this.#whole = new RegExp(whole.join('|'), 'giu');
  }

  /** True for a reply that begins with a draft. */
  begins(text: string): boolean {
    return this.#opening.test(text);
  }

  /** True for text that may become a reply that begins with one. */
  mayBegin(text: string): boolean {
    const start = text.trimStart().toLowerCase();
    return this.#openings.some((opening) => opening.startsWith(start));
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
   * The answer: what stands behind the drafts at the beginning, without those further on. Where nothing opens a draft,
   * what stands behind the last tag that closes one. Tags in the texts of the answer mean nothing.
   */
  answer(text: string): string {
    this.#closing.lastIndex = 0;
    if (!this.#closing.test(text)) return text;
    let answer = text;
    while (this.begins(answer) && this.end(answer) >= 0) answer = answer.slice(this.end(answer));
    const roots = readRoots(answer, undefined);
    const first = answer.search(/\S/u);
    const isInside = (at: number): boolean =>
      roots.some((root) => (root.closed || root.start === first) && root.start < at && at < root.end);
    if (answer !== text) return answer.trimStart();
    const rest = answer.replace(this.#whole, (draft: string, at: number) => (isInside(at) ? draft : ''));
    if (rest !== answer) return rest;
    this.#closing.lastIndex = 0;
    const ends = Array.from(answer.matchAll(this.#closing), (match) => match.index + match[0].length);
    const last = ends.findLast((end) => !isInside(end));
    return last === undefined ? text : answer.slice(last).trimStart();
  }
}

/** In a reply whose layout is ours the other names may be fields. */
export const THINK = new DraftTags(['think']);

/** Where only a value is wanted. */
export const ANY_DRAFT = new DraftTags(
  ['think', 'thinking', 'thought', 'reasoning', 'reflection', 'scratchpad'],
  [
    ['[THINK]', '[/THINK]'],
    ['<|begin_of_thought|>', '<|end_of_thought|>'],
  ],
);

/**
 * Leaves out what a reasoning model wrote before its answer, and the tokens of chat templates that some servers leave
 * in, with the turns behind them.
 */
export function withoutDraft(text: string, notes: Coercion[], tags: DraftTags): string {
  const answer = tags.answer(text.slice(Math.max(0, finalChannel(text))));
  if (answer !== text) note(notes, 'reasoning-removed', show(text.slice(0, text.length - answer.length)));
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
