import type { Coercion } from '@sigil/spec';
import { endToken, turnBreak } from '../../template/reserved-text.js';
import { show } from '../describe.js';

const DRAFT = 'think|thinking|thought|reasoning|reflection|scratchpad';
const OPENING = new RegExp(`^\\s*<(?:${DRAFT})>`, 'iu');
const CLOSING = new RegExp(`</(?:${DRAFT})>`, 'giu');

/** True for a reply that begins with a draft. */
export function beginsDraft(text: string): boolean {
  return OPENING.test(text);
}

/** True for a reply that is a draft so far, without an answer behind it. */
export function isDraft(text: string): boolean {
  return beginsDraft(text) && draftEnd(text) < 0;
}

/** Where the answer begins, behind the first draft; -1 where none is over. */
export function draftEnd(text: string): number {
  CLOSING.lastIndex = 0;
  return CLOSING.test(text) ? CLOSING.lastIndex : -1;
}

/** True for text that may become a draft. */
export function mayBeDraft(text: string): boolean {
  const start = text.trimStart();
  return DRAFT.split('|').some((name) => `<${name}>`.startsWith(start.toLowerCase()));
}

/**
 * Leaves out what a reasoning model wrote before its answer, and the tokens of chat templates that some servers leave
 * in, with the turns behind them.
 */
export function withoutDraft(text: string, notes: Coercion[]): string {
  let answer = text;
  for (const match of text.includes('</') ? text.matchAll(CLOSING) : []) {
    answer = text.slice(match.index + match[0].length);
  }
  if (answer !== text) {
    answer = answer.trimStart();
    note(notes, 'reasoning-removed', show(text.slice(0, text.length - answer.length)));
  }
  let clean = answer.trimEnd();
  for (let token = endToken(clean); token !== ''; token = endToken(clean)) {
    note(notes, 'end-token-removed', token);
    clean = clean.slice(0, -token.length).trimEnd();
  }
  const next = turnBreak(clean);
  if (next > 0) {
    note(notes, 'next-turn-dropped', show(clean.slice(next)));
    clean = clean.slice(0, next).trimEnd();
  }
  return clean.replace(/^\uFEFF/u, '');
}

function note(notes: Coercion[], kind: string, from: string): void {
  notes.push({ path: '', kind, from, to: '' });
}
