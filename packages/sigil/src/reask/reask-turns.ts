import {
  ConstraintError,
  IncompleteReplyError,
  ParseError,
  type FieldSpec,
  type Message,
  type ReplyError,
  type ValueIssue,
} from '@sigil/spec';
import type { MarkerSyntax } from '../template/field-marker.js';
import { annotatedReply, type Remark } from './annotated-reply.js';
import { findPlaces } from './find-places.js';
import { RemarkNotation } from './remark-notation.js';
import { shownPath } from './shown-path.js';

/** More errors than this are counted. */
const MAX_PROBLEMS = 30;

/** Longer remarks are cut: the format at the end says the whole. */
const MAX_WORDS = 300;

/** What an adapter asks for. */
export interface Asked {
  readonly outputs: readonly FieldSpec[];
  /** What of a reply reads as a field. */
  readonly syntax: MarkerSyntax;
  /** The part of the prompt that says how to answer; it comes last. Empty for nothing. */
  readonly format: string;
}

/**
 * The turns that ask again: the reply as it came, then the reply with each error right behind the value that it is
 * about, a list of the errors without such a place, and last how to answer.
 *
 * The reply is the model's own text. It stands in a fence that it cannot close, and what opens a remark stands nowhere
 * in it.
 *
 * @param error why the reply cannot be used
 * @example
 * ````text
 * assistant  team: billing
 *            urgency: 7
 * user       That answer cannot be used. Here it is again, with remarks (<-- ...) behind what is wrong:
 *
 *            ```
 *            team: billing
 *            urgency: 7   <-- must be at most 1
 *            ```
 *
 *            Write the whole answer again without the remarks.
 *
 *            Answer with these lines and nothing else:
 *            ...
 * ````
 */
export function reaskTurns(
  { outputs, syntax, format }: Asked,
  reply: string,
  error: ReplyError,
): readonly Message[] {
  const shown = withoutTokens(explanation(outputs, syntax, reply, error));
  return [answerTurn(reply), { role: 'user', content: format === '' ? shown : `${shown}\n\n${format}` }];
}

/** The reply as a turn of the model. Some services refuse an empty turn. */
export function answerTurn(reply: string): Message {
  return { role: 'assistant', content: reply.trim() === '' ? '(no answer)' : reply };
}

/** One thing that is wrong, in the words for a remark and in those for a list. */
interface Problem {
  readonly path: ValueIssue['path'];
  readonly remark: string;
  readonly sentence: string;
}

function explanation(
  outputs: readonly FieldSpec[],
  syntax: MarkerSyntax,
  reply: string,
  error: ReplyError,
): string {
  const all = problemsOf(error, outputs);
  const places = findPlaces(reply, outputs, syntax);
  const remarks = new Map<number, Remark>();
  const listed: string[] = [];
  for (const { path, remark, sentence } of all.slice(0, MAX_PROBLEMS)) {
    const place = places.find(path);
    if (place === undefined) {
      listed.push(sentence);
      continue;
    }
    const known = remarks.get(place.end);
    const words = known === undefined ? remark : `${known.words}; ${remark}`;
    remarks.set(place.end, { place, words, wordsWithName: `${shownPath(outputs, path)}: ${words}` });
  }
  if (all.length > MAX_PROBLEMS) listed.push(`and ${all.length - MAX_PROBLEMS} more like these`);
  const list = listed.map((sentence) => `- ${sentence}`).join('\n');
  if (remarks.size === 0) return `That answer cannot be used:\n${list}\n\nWrite the whole answer again.`;
  const notation = new RemarkNotation(reply);
  const annotated = annotatedReply(reply, places.start, [...remarks.values()], notation);
  const fence = '`'.repeat(Math.max(3, longestRun(annotated, '`') + 1));
  return [
    `That answer cannot be used. Here it is again, with remarks (${notation.shown}) behind what is wrong:`,
    `${fence}\n${annotated}\n${fence}`,
    ...(list === '' ? [] : [`Also wrong:\n${list}`]),
    'Write the whole answer again without the remarks.',
  ].join('\n\n');
}

function problemsOf(error: ReplyError, outputs: readonly FieldSpec[]): readonly Problem[] {
  const named = (path: ValueIssue['path'], words: string): string =>
    brief(path.length === 0 ? words : `${shownPath(outputs, path)}: ${words}`);
  if (ParseError.isInstance(error)) {
    const { keys: path, found, expected } = error;
    const wanted = `expected ${expected}`;
    const is = found === 'nothing' ? 'is missing' : `got ${found}`;
    return [{ path, remark: brief(wanted), sentence: named(path, `${is}, ${wanted}`) }];
  }
  if (ConstraintError.isInstance(error) && error.issues.length > 0) {
    return error.issues.map(({ path, message }) => ({
      path,
      remark: brief(message),
      sentence: named(path, message),
    }));
  }
  const sentence = IncompleteReplyError.isInstance(error) ? INCOMPLETE[error.reason] : brief(error.message);
  return [{ path: [], remark: sentence, sentence }];
}

/** What the model can do about it; the error itself speaks to the caller. */
const INCOMPLETE = {
  empty: 'it is empty',
  'cut-off': 'it was cut off before its end, write a shorter one',
  filtered: 'it was stopped by a filter',
  stopped: 'it stopped before its end',
} as const satisfies Record<IncompleteReplyError['reason'], string>;

/** On one line. */
function brief(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim();
  return line.length > MAX_WORDS
    ? `${line.slice(0, MAX_WORDS - 3).replace(/[\uD800-\uDBFF]$/u, '')}...`
    : line;
}

function longestRun(text: string, character: string): number {
  let longest = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) {
    const start = at;
    while (text[at + 1] === character) at++;
    longest = Math.max(longest, at + 1 - start);
  }
  return longest;
}

/** Some servers read the tokens of chat templates in a message as the structure that they stand for. */
function withoutTokens(text: string): string {
  return text.replace(/<(?=\|\w{1,40}\|>)/gu, '< ');
}
