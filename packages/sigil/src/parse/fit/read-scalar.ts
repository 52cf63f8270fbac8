import type { BooleanType, EnumType, NumberType } from '@sigil/spec';
import { readName } from './read-name.js';
import { readNumber, type Reading } from './read-number.js';
import { readTruth } from './read-truth.js';

type Scalar = NumberType | BooleanType | EnumType;

/**
 * Reads a number, a boolean or a name of a closed set from text that may say it in other words: `**Billing**`,
 * `The team is billing.`, `about 3.5`. The whole text is read; failing that, its first line, because small models go
 * on after their answer.
 *
 * @returns undefined where there is no reading, or more than one
 */
export function readScalar(given: string, type: Scalar): Reading<string | number | boolean> | undefined {
  const exact = readPart(given, type);
  if (exact?.exact === true) return exact;
  // Tags say nothing of the value between them.
  const text = given.replace(/<\/?[a-z][\w-]{0,40}>/giu, ' ').trim();
  const whole = readPart(text, type);
  if (whole?.exact === true || !text.includes('\n')) return whole;
  const first = text.split('\n', 1)[0]?.trim() ?? '';
  const reading = readPart(first, type);
  if (reading === undefined) return whole;
  // One word a line is a list: nobody knows which of them is meant.
  const words = text.split('\n').filter((line) => /^\s*\S+\s*$/u.test(line));
  const others = words.map((line) => readPart(line.trim(), type)?.value);
  if (others.some((value) => value !== undefined && value !== reading.value)) return undefined;
  return { ...reading, exact: false };
}

function readPart(text: string, type: Scalar): Reading<string | number | boolean> | undefined {
  if (type.kind === 'number') return readNumber(text);
  return type.kind === 'boolean' ? readTruth(text) : readName(text, type);
}
