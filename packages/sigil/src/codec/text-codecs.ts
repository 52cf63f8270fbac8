import { hasFormat, isInstant } from '@sigil/schema';
import * as z from 'zod';
import { refuse } from './refuse.js';

const INVALID = 'must be a Date, and a valid one';

/** Digits as text, a `bigint` in the program. */
export const bigintText = z.codec(z.string().regex(/^-?\d+$/u, 'must be digits'), z.bigint(), {
  decode: (text) => BigInt(text),
  encode: (value) => String(value),
});

/**
 * ISO 8601 date and time, with `Z` or an offset; a `Date` in the program. Written in UTC: what has no year of four digits
 * there is refused.
 */
export const dateTimeText = z.codec(
  z.iso
    .datetime({ offset: true, error: isNo('date and time such as 2026-01-31T12:00:00Z') })
    .refine((text) => !hasFormat('date-time', text) || isInstant(text), {
      error: isNo('date and time in the years 0000 to 9999 in UTC'),
    }),
  z.date(INVALID),
  { decode: (text) => new Date(text), encode: (value) => value.toISOString() },
);

/**
 * ISO 8601 date without a time; a `Date` at midnight UTC in the program. A `Date` with a time is refused: the time would
 * be lost.
 */
export const dateText = z.codec(
  z.iso.date({ error: isNo('date without a time such as 2026-01-31') }),
  z.date(INVALID),
  {
    decode: (text) => new Date(`${text}T00:00:00.000Z`),
    encode: (value) => value.toISOString().replace(/T00:00:00\.000Z$/u, ''),
  },
);

/** What a schema says of what it does not take: what was found, and what was wanted. */
function isNo(wanted: string): (issue: { readonly input?: unknown }) => string {
  return ({ input }) => {
    // What toJson makes of one.
    if (input === 'Invalid Date') return `is an invalid Date, wanted a ${wanted}`;
    return input === undefined ? `is missing, wanted a ${wanted}` : `is ${brief(input)}, wanted a ${wanted}`;
  };
}

function brief(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

const NO_JSON = 'must be JSON, without keys __proto__';

/** Levels of lists and objects, as many as the reader of replies takes. */
const MAX_DEPTH = 500;

/** Any JSON value. Refuses a key `__proto__`, which others would drop. */
export const jsonValue = z.custom<z.core.util.JSONType>((value) => isJson(value), NO_JSON);

/** Any JSON value, written as text. */
export const jsonText = z.codec(z.string(), jsonValue, {
  decode: (text, context) => {
    try {
      // oxlint-disable-next-line typescript/no-unsafe-return -- what the parser of JSON gives is JSON
      return JSON.parse(text);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      context.issues.push({ code: 'custom', input: text, message: 'must be JSON as text' });
      return z.NEVER;
    }
  },
  encode: (value, context) => (isJson(value) ? JSON.stringify(value) : refuse(context, NO_JSON)),
});

/** @param around the lists and objects that hold the value: none holds itself, and none is deeper than a reply may be */
function isJson(value: unknown, around: readonly unknown[] = []): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return false;
  if (around.includes(value) || around.length > MAX_DEPTH) return false;
  const inside = [...around, value];
  if (Array.isArray(value)) return value.every((held) => isJson(held, inside));
  return Object.entries(value).every(([name, held]) => name !== '__proto__' && isJson(held, inside));
}

/**
 * Texts that a model sees in the place of values.
 *
 * @param pairs text and value; a value that has several texts is written as the first
 */
export function choice<const V extends string | number | boolean>(
  pairs: readonly (readonly [shown: string | number | boolean, value: V])[],
) {
  const shown = pairs.map(([text]) => text);
  return z.codec(z.literal(shown), z.literal(pairs.map(([, value]) => value)), {
    decode: (text) => valueAt(pairs, (pair) => pair[0] === text)[1],
    encode: (value) => valueAt(pairs, (pair) => pair[1] === value)[0],
  });
}

function valueAt<P>(pairs: readonly P[], fits: (pair: P) => boolean): P {
  const found = pairs.find(fits);
  if (found === undefined) throw new TypeError('The literal was checked before.');
  return found;
}
