import type { Constraints, PropertySpec, StreamMode, TextFormat } from '@sigil/spec';
import type { DocTag } from '../declaration/doc-comment.js';
import { readData } from '../declaration/tag-data.js';
import { isTagName, type TagName } from '../declaration/tag-names.js';

/** What tags say about a field or a property beside its type. */
export type About = Partial<Omit<PropertySpec, 'name' | 'type' | 'optional'>>;

/** What a tag says, or why it says nothing. */
export type TagValue =
  | { readonly kind: 'limit'; readonly limits: Constraints }
  | { readonly kind: 'integer' }
  | { readonly kind: 'json' }
  | { readonly kind: 'about'; readonly about: About }
  /** A value of the field: what it is depends on the type. */
  | { readonly kind: 'data' }
  | { readonly kind: 'wrong'; readonly wanted: string };

/** Reads the value of a tag; undefined for a tag that the compiler does not read. Text after a number is ignored. */
export function tagValue(tag: DocTag): TagValue | undefined {
  return isTagName(tag.name) ? READERS[tag.name](tag.value) : undefined;
}

export const TEXT_FORMATS: readonly TextFormat[] = [
  'date-time',
  'date',
  'time',
  'email',
  'uri',
  'uuid',
  'ipv4',
  'ipv6',
  'hostname',
];

const STREAM_MODES: readonly StreamMode[] = ['done', 'notNull', 'state'];

const READERS: Readonly<Record<TagName, (value: string) => TagValue>> = {
  minimum: (value) => number('minimum', value),
  maximum: (value) => number('maximum', value),
  exclusiveMinimum: (value) => number('exclusiveMinimum', value),
  exclusiveMaximum: (value) => number('exclusiveMaximum', value),
  multipleOf: (value) => {
    const step = numberIn(value);
    if (step === undefined || step <= 0) return wrong('a number above 0');
    return step === 1 ? { kind: 'integer' } : { kind: 'limit', limits: { multipleOf: step } };
  },
  minLength: (value) => count('minLength', value),
  maxLength: (value) => count('maxLength', value),
  minItems: (value) => count('minItems', value),
  maxItems: (value) => count('maxItems', value),
  uniqueItems: (value) =>
    /^(?:true\b.*)?$/su.test(value)
      ? { kind: 'limit', limits: { uniqueItems: true } }
      : wrong('no value, or no tag where items may come twice'),
  pattern: (value) => {
    if (NEEDS_FLAG.test(value)) {
      return wrong("a pattern without \\p{..} and \\u{..}, which need the flag 'u'");
    }
    return isPattern(value)
      ? { kind: 'limit', limits: { pattern: value } }
      : wrong('a regular expression without slashes around it');
  },
  format: (value) => {
    const format = TEXT_FORMATS.find((one) => one === firstWord(value));
    return format === undefined
      ? wrong(`one of: ${TEXT_FORMATS.join(', ')}`)
      : { kind: 'limit', limits: { format } };
  },
  asType: (value) => (firstWord(value) === 'integer' ? { kind: 'integer' } : wrong('integer')),
  json: () => ({ kind: 'json' }),
  alias: (value) =>
    isAlias(value)
      ? { kind: 'about', about: { alias: value } }
      : wrong('one word of letters, digits, _ and -, which begins with a letter'),
  stream: (value) => {
    const stream = STREAM_MODES.find((one) => one === firstWord(value));
    return stream === undefined
      ? wrong(`one of: ${STREAM_MODES.join(', ')}`)
      : { kind: 'about', about: { stream } };
  },
  title: (title) => (title === '' ? wrong('text') : { kind: 'about', about: { title } }),
  description: (description) =>
    description === '' ? wrong('text') : { kind: 'about', about: { description } },
  deprecated: () => ({ kind: 'about', about: { deprecated: true } }),
  default: () => ({ kind: 'data' }),
  example: () => ({ kind: 'data' }),
  examples: () => ({ kind: 'data' }),
};

function wrong(wanted: string): TagValue {
  return { kind: 'wrong', wanted };
}

function number(name: keyof Constraints, text: string): TagValue {
  const value = numberIn(text);
  return value === undefined ? wrong('a number') : { kind: 'limit', limits: { [name]: value } };
}

function count(name: keyof Constraints, text: string): TagValue {
  const value = numberIn(text);
  return value === undefined || !Number.isSafeInteger(value) || value < 0
    ? wrong('a whole number, 0 or more')
    : { kind: 'limit', limits: { [name]: value } };
}

/** A number as JSON5 has it, with a word or the end of a sentence behind it. */
function numberIn(text: string): number | undefined {
  const read = readData(firstWord(text));
  return 'value' in read && typeof read.value === 'number' ? read.value : undefined;
}

function firstWord(text: string): string {
  return (/^\S+/u.exec(text)?.[0] ?? '').replace(/[.,;]$/u, '');
}

/** A name that a line of a prompt can begin with, and a key of JSON that every service takes. */
function isAlias(text: string): boolean {
  return /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(text) && !RESERVED.has(text);
}

const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/** Without the flag `u`, which JSON schemas and other readers of a pattern do not have, `\p{L}` means the text `p{L}`. */
const NEEDS_FLAG = /(?<!\\)(?:\\\\)*\\(?:[pP]|u)\{/u;

function isPattern(text: string): boolean {
  if (text === '' || /^\/.*\/[a-z]*$/u.test(text)) return false;
  try {
    return new RegExp(text) instanceof RegExp;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
