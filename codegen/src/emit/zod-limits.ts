import { unicodePattern } from '@sigil/schema';
import type { Constraints, TextFormat } from '@sigil/spec';
import { numberLiteral, patternLiteral, stringLiteral } from './literal.js';

/** Takes the name of an export of `sigil/zod` that is needed, and gives it back. */
export type Use = (name: string) => string;

/** Text with its limits, those of JSON schemas: zod's own count and match other texts. */
export function stringSchema({ minLength, maxLength, pattern, format }: Constraints = {}, use: Use): string {
  const refined = (check: string, words: string): string =>
    `.refine(${check}, ${stringLiteral(`must ${words}`)})`;
  return [
    'z.string()',
    format === undefined ? '' : refined(`${use('inFormat')}(${stringLiteral(format)})`, FORMAT_WORDS[format]),
    minLength === undefined
      ? ''
      : refined(`${use('minLength')}(${minLength})`, `have at least ${counted(minLength, 'character')}`),
    maxLength === undefined
      ? ''
      : refined(`${use('maxLength')}(${maxLength})`, `have at most ${counted(maxLength, 'character')}`),
    pattern === undefined
      ? ''
      : `.regex(${regExpLiteral(pattern)}, ${stringLiteral(`must match ${pattern}`)})`,
  ].join('');
}

const FORMAT_WORDS: Readonly<Record<TextFormat, string>> = {
  'date-time': 'be a date and time with an offset, such as 2026-01-31T12:00:00Z',
  date: 'be a date, such as 2026-01-31',
  time: 'be a time with an offset, such as 12:00:00Z',
  email: 'be a mail address',
  uri: 'be a URI, such as https://example.org/a',
  uuid: 'be a UUID',
  ipv4: 'be an IPv4 address',
  ipv6: 'be an IPv6 address',
  hostname: 'be a host name',
};

/** A pattern as a regular expression, as wire schemas mean it: with the flag `u` where it has that form. */
export function regExpLiteral(pattern: string): string {
  const unicode = unicodePattern(pattern);
  return unicode === undefined ? patternLiteral(pattern) : `${patternLiteral(unicode)}u`;
}

/** A number with its limits. */
export function numberSchema(base: string, limits: Constraints = {}, use: Use): string {
  const { multipleOf } = limits;
  const step =
    multipleOf === undefined
      ? ''
      : `.refine(${use('multipleOf')}(${numberLiteral(multipleOf)}), ${stringLiteral(`must be a multiple of ${multipleOf}`)})`;
  return `${base}${numberLimits(limits)}${step}`;
}

function numberLimits(limits: Constraints): string {
  const bound = (method: string, value: number | undefined, words: string): string =>
    value === undefined
      ? ''
      : `.${method}(${numberLiteral(value)}, ${stringLiteral(`must be ${words} ${value}`)})`;
  return [
    bound('min', limits.minimum, 'at least'),
    bound('max', limits.maximum, 'at most'),
    bound('gt', limits.exclusiveMinimum, 'more than'),
    bound('lt', limits.exclusiveMaximum, 'less than'),
  ].join('');
}

/** Limits on the items of a list. */
export function listLimits({ minItems, maxItems, uniqueItems }: Constraints = {}, use: Use): string {
  const bound = (method: string, count: number | undefined, words: string): string =>
    count === undefined
      ? ''
      : `.${method}(${count}, ${stringLiteral(`must have ${words} ${counted(count, 'item')}`)})`;
  return [
    bound('min', minItems, 'at least'),
    bound('max', maxItems, 'at most'),
    uniqueItems === true ? `.refine(${use('withoutRepetition')}, 'must have no item twice')` : '',
  ].join('');
}

/** The last argument of a codec of a collection: how many items it has. Nothing where that is open. */
export function sizeArgument({ minItems, maxItems }: Constraints = {}): string {
  const members = [
    ...(minItems === undefined ? [] : [`minItems: ${minItems}`]),
    ...(maxItems === undefined ? [] : [`maxItems: ${maxItems}`]),
  ];
  return members.length === 0 ? '' : `, { ${members.join(', ')} }`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
