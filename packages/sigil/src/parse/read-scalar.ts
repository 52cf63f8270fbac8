import { shownValues } from '@sigil/schema';
import type { EnumType, NumberType, BooleanType } from '@sigil/spec';
import { escapePattern } from '../template/field-name.js';

/** The one value that a text says; `exact` where the text is the value and nothing else. */
export interface Reading {
  readonly value: string | number | boolean;
  readonly exact: boolean;
}

/**
 * Reads a number, a boolean or a name of a closed set from text that may say it in other words: `**Billing**`,
 * `The team is billing.`, `about 3.5`. The whole text is read; failing that, its first line, because small models go
 * on after their answer.
 *
 * @returns undefined where there is no reading, or more than one
 */
export function readScalar(text: string, type: NumberType | BooleanType | EnumType): Reading | undefined {
  const whole = readPart(text, type);
  const first = text.split('\n', 1)[0]?.trim() ?? '';
  if (whole?.exact === true || first === text) return whole;
  const reading = readPart(first, type);
  if (reading === undefined) return whole;
  // One word a line is a list: nobody knows which of them is meant.
  const words = text.split('\n').filter((line) => /^\s*\S+\s*$/u.test(line));
  const others = words.map((line) => readPart(line.trim(), type)?.value);
  if (others.some((value) => value !== undefined && value !== reading.value)) return undefined;
  return { ...reading, exact: false };
}

function readPart(text: string, type: NumberType | BooleanType | EnumType): Reading | undefined {
  if (type.kind === 'number') return readNumber(text);
  return type.kind === 'boolean' ? readBoolean(text) : readEnum(text, type);
}

/** Words that turn what is said into something else. */
const NEGATION = /\b(?:not|neither|nor|never|no|non|none|cannot|without)\b|n['’]t\b/iu;

/** Text with one number in it that may mean another one. */
const OTHER_NUMBER: readonly RegExp[] = [
  /(?:^|\s)-\s+\d/u, // a sign apart from its number
  /^\(.*\)$/u, // a debit, in bookkeeping
  /\d\s*\/\s*\d/u, // a share
  /\d\s*(?:thousand|million|billion|trillion|dozen)\b/iu,
  /(?<![=-])[<>≤≥]\s*[-+$]?\d|\b(?:at (?:least|most)|(?:more|less|fewer|greater) than|up to)\b/iu, // a limit
  /\p{L}-\d/u, // a part of a name
];

/** True for digits that a number of JavaScript cannot hold: the number read from them is another one. */
export function isRounded(digits: string): boolean {
  return /^[+-]?\d{16,}$/u.test(digits) && String(Number(digits)) !== digits.replace('+', '');
}

function readNumber(given: string): Reading | undefined {
  const text = given.replaceAll('\u2212', '-');
  if (/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/u.test(text)) {
    const value = Number(text);
    return Number.isFinite(value) ? { value, exact: text === given && !isRounded(text) } : undefined;
  }
  if (OTHER_NUMBER.some((pattern) => pattern.test(text))) return undefined;
  const found = [
    ...text.matchAll(/(?<![\w.,])[-+]?\$?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+|(?<=\d))(?![\w]|[.,]\d)/gu),
  ];
  const [only] = found;
  if (only === undefined || found.length > 1 || NEGATION.test(text.slice(0, only.index))) return undefined;
  return { value: Number(only[0].replace(/[$,+]/gu, '')), exact: false };
}

function readBoolean(text: string): Reading | undefined {
  if (text === 'true' || text === 'false') return { value: text === 'true', exact: true };
  const yes = /\b(?:true|yes)\b/iu.test(text);
  const no = /\bfalse\b|^\W*no\b/iu.test(text);
  const rest = text.replace(/^\W*no\b/iu, '');
  return yes === no || NEGATION.test(rest) ? undefined : { value: yes, exact: false };
}

/** The one value that the text names as a whole word, in the same case if one is. */
function readEnum(text: string, type: EnumType): Reading | undefined {
  const exact = shownValues(type).findIndex((value) => String(value) === text);
  const value = type.values[exact];
  if (value !== undefined) return { value, exact: true };
  if (type.values.every((one) => typeof one === 'number') && type.members === undefined) {
    const number = readNumber(text);
    return number !== undefined && type.values.some((one) => one === number.value) ? number : undefined;
  }
  return namedValue(text, type, 'gu') ?? namedValue(text, type, 'giu');
}

/** A longer name hides a shorter one inside it. */
function namedValue(text: string, type: EnumType, flags: string): Reading | undefined {
  let rest = text;
  const named = new Set<string | number | boolean>();
  for (const [name, value] of namesOf(type)) {
    const word = escapePattern(name).replace(/[\s_-]+/gu, '[\\s_-]+');
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])${word}(?![\\p{L}\\p{N}_])`, flags);
    if (pattern.test(rest)) named.add(value);
    rest = rest.replace(pattern, ' ');
  }
  const [only] = named;
  // "not positive" names a value and means another.
  if (only === undefined || named.size > 1 || NEGATION.test(rest)) return undefined;
  return { value: only, exact: false };
}

/** All texts that name a value, the longest first. */
function namesOf(type: EnumType): readonly (readonly [name: string, value: string | number | boolean])[] {
  const all = type.values.flatMap((value, at) => {
    const member = type.members?.[at];
    const names = [String(member?.shown ?? value), String(value), ...(member?.accepted ?? [])];
    return [...new Set(names)].map((name) => [name, value] as const);
  });
  return all.sort(([a], [b]) => b.length - a.length);
}
