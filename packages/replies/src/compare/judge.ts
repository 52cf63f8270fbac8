import { isDeepStrictEqual } from 'node:util';
import type { Outcome, ReplyCase } from '../reply/reply-case.js';

/** What a parser made of a reply. */
export type Reading =
  | { readonly kind: 'value'; readonly value: unknown; readonly notes: number }
  | { readonly kind: 'error'; readonly path: string };

/** `quiet`: the right value, with a change of which nothing was said, or a note where nothing was changed. */
export type Judgement = 'right' | 'error' | 'wrong' | 'quiet';

/** Compares a reading with what a case allows. */
export function judge(reading: Reading, { outcomes }: ReplyCase): Judgement {
  if (outcomes.some((outcome) => allows(outcome, reading))) return 'right';
  if (reading.kind === 'error') return 'error';
  const isRightValue = outcomes.some(
    (outcome) => outcome.kind === 'value' && sameValue(outcome.value, reading.value),
  );
  return isRightValue ? 'quiet' : 'wrong';
}

function allows(outcome: Outcome, reading: Reading): boolean {
  if (outcome.kind === 'error') {
    return reading.kind === 'error' && (outcome.path === undefined || outcome.path === reading.path);
  }
  if (reading.kind === 'error' || !sameValue(outcome.value, reading.value)) return false;
  return outcome.changed === 'either' || (outcome.changed === 'yes') === reading.notes > 0;
}

/** True for values that a program cannot tell apart; a property that is undefined counts as absent. */
export function sameValue(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(plain(a), plain(b));
}

/** A copy without prototypes and without properties that are undefined. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map) return new Map([...value].map(([key, each]) => [key, plain(each)]));
  if (value instanceof Set) return new Set([...value].map(plain));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return new Map(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .map(([key, each]) => [key, plain(each)]),
  );
}
