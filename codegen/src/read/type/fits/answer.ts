import type { UnionMember } from '../type-context.js';

/** Whether TypeScript takes one type for another; undefined where what was read does not tell. */
export type Answer = boolean | undefined;

/** Asks {@link fits} about types inside of others. */
export type Compare = (type: UnionMember, other: UnionMember) => Answer;

/** True where all are, false where one is, undefined where nobody knows. */
export function all(answers: readonly Answer[]): Answer {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

/** True where one is, false where none is, undefined where nobody knows. */
export function some(answers: readonly Answer[]): Answer {
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}
