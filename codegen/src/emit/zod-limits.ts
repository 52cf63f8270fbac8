import type { Constraints, TextFormat } from '@sigil/spec';
import { numberLiteral, patternLiteral, stringLiteral } from './literal.js';

/** The zod schemas of the formats that zod knows by name. */
const FORMATS: Readonly<Record<TextFormat, string>> = {
  'date-time': 'z.iso.datetime({ offset: true })',
  date: 'z.iso.date()',
  time: 'z.iso.time()',
  email: 'z.email()',
  uri: 'z.url()',
  uuid: 'z.uuid()',
  ipv4: 'z.ipv4()',
  ipv6: 'z.ipv6()',
  hostname: 'z.hostname()',
};

/** Text with its limits. */
export function stringSchema(limits: Constraints = {}): string {
  const { minLength, maxLength, pattern, format } = limits;
  const base = format === undefined ? 'z.string()' : FORMATS[format];
  const matching =
    pattern === undefined
      ? ''
      : `.regex(${patternLiteral(pattern)}, ${stringLiteral(`must match ${pattern}`)})`;
  return `${base}${count('min', minLength, 'have at least', 'character')}${count('max', maxLength, 'have at most', 'character')}${matching}`;
}

export function numberLimits(limits: Constraints = {}): string {
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

/** Limits on the number of items of a list. */
export function sizeLimits({ minItems, maxItems }: Constraints = {}): string {
  return `${count('min', minItems, 'have at least', 'item')}${count('max', maxItems, 'have at most', 'item')}`;
}

function count(method: string, bound: number | undefined, words: string, noun: string): string {
  if (bound === undefined) return '';
  return `.${method}(${bound}, ${stringLiteral(`must ${words} ${bound} ${noun}${bound === 1 ? '' : 's'}`)})`;
}
