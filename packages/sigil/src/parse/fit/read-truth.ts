import { NEGATION, type Reading } from './read-number.js';

const WORDS = new Map([
  ['true', true],
  ['yes', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['0', false],
]);

/** Reads a boolean: `true`, `Yes.`, `The claim is false.`; undefined where a text says both, or neither. */
export function readTruth(text: string): Reading<boolean> | undefined {
  if (text === 'true' || text === 'false') return { value: text === 'true', exact: true };
  const alone = WORDS.get(text.replace(/^[\s*_`"'“‘]+|[\s*_`"'”’.,!]+$/gu, '').toLowerCase());
  if (alone !== undefined) return { value: alone, exact: false };
  const yes = /\b(?:true|yes)\b/iu.test(text);
  const no = /\bfalse\b|^\W*no\b/iu.test(text);
  const rest = text.replace(/^\W*no\b/iu, '');
  return yes === no || NEGATION.test(rest) ? undefined : { value: yes, exact: false };
}
