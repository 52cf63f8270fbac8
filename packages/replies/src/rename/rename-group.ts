import { typeOf } from '../compare/type-of.js';
import type { Outcome, ReplyCase } from '../reply/reply-case.js';
import { sourceOf, type Group } from '../reply/theme.js';
import { cipher } from './cipher.js';
import { namesOf } from './names-of.js';
import { replaceWords, wordsOf } from './words.js';

/**
 * The same group with other identifiers: each word of a name is replaced in the type, in the replies and in the values
 * that are wanted. A parser that knows a word of the corpus would then read something else.
 */
export function renameGroup(group: Group): Group {
  const { source, typeName } = sourceOf(group.type);
  const words = wordsOf(namesOf(typeOf(source, typeName)));
  const rename = (text: string): string => replaceWords(text, words, cipher);
  return {
    ...group,
    type: rename(group.type),
    cases: group.cases.map((given): ReplyCase => ({
      ...given,
      reply: rename(given.reply),
      outcomes: given.outcomes.map((outcome) => renameOutcome(outcome, rename)),
    })),
  };
}

function renameOutcome(outcome: Outcome, rename: (text: string) => string): Outcome {
  if (outcome.kind === 'value') return { ...outcome, value: renameValue(outcome.value, rename) };
  return outcome.path === undefined ? outcome : { ...outcome, path: rename(outcome.path) };
}

function renameValue(value: unknown, rename: (text: string) => string): unknown {
  if (typeof value === 'string') return rename(value);
  if (Array.isArray(value)) return value.map((each) => renameValue(each, rename));
  if (value instanceof Set) return new Set([...value].map((each) => renameValue(each, rename)));
  if (value instanceof Map) {
    return new Map([...value].map(([key, each]) => [renameValue(key, rename), renameValue(each, rename)]));
  }
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [rename(key), renameValue(each, rename)]),
  );
}
