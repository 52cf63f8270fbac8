import type { Source } from './source.js';

/** How a string is quoted. */
export interface Quote {
  readonly open: string;
  /** What may close it; the first one is what should. */
  readonly close: readonly string[];
  /** The mistake it is; absent for a double quote. */
  readonly fix?: string;
}

const DOUBLE: Quote = { open: '"', close: ['"', '”'] };
const QUOTES: readonly Quote[] = [
  { open: '"""', close: ['"""'], fix: 'triple-quotes' },
  { open: "'''", close: ["'''"], fix: 'triple-quotes' },
  { open: '```', close: ['```'], fix: 'fence-as-quotes' },
  { open: '\\"', close: ['\\"'], fix: 'escaped-quotes' },
  DOUBLE,
  { open: "'", close: ["'"], fix: 'single-quotes' },
  { open: '`', close: ['`'], fix: 'backtick-quotes' },
  { open: '“', close: ['”', '"', '“'], fix: 'curly-quotes' },
  { open: '”', close: ['”', '"'], fix: 'curly-quotes' },
  { open: '„', close: ['“', '”', '"'], fix: 'curly-quotes' },
  { open: '‘', close: ['’', "'"], fix: 'curly-quotes' },
  { open: '«', close: ['»'], fix: 'curly-quotes' },
];

const BY_FIRST = new Map<string, readonly Quote[]>();
for (const quote of QUOTES) {
  const first = quote.open.charAt(0);
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), quote]);
}

/** True for a character that may open a string. */
export function opensString(character: string | undefined): boolean {
  return character !== undefined && BY_FIRST.has(character);
}

/**
 * The quote that opens a string here; undefined for none, `'more'` where that cannot be told yet.
 *
 * An empty string looks like the beginning of a triple quote: what stands behind it tells.
 */
export function quoteAt(source: Source, at: number): Quote | 'more' | undefined {
  const first = source.text[at];
  if (first === '"' && (source.text.charCodeAt(at + 1) || 34) !== 34) return DOUBLE;
  for (const quote of BY_FIRST.get(first ?? '') ?? []) {
    const has = source.has(quote.open, at);
    if (has === undefined) return 'more';
    if (has) return quote;
  }
  return undefined;
}

const SPECIAL = new Map<string, RegExp>();

/**
 * Where reading a string of this kind has to stop and look: at a quote, a backslash, a line break, or a comma in front
 * of one.
 */
export function stops({ open, close }: Quote): RegExp {
  let known = SPECIAL.get(open);
  if (known === undefined) {
    const quotes = [...new Set(close.map((one) => one.charAt(0)))].map((one) => (one === '\\' ? '' : one));
    const isLine = open.length === 1;
    const comma = isLine ? String.raw`|,[ \t]*(?:\r?\n|\r?$)` : '';
    known = new RegExp(String.raw`[${quotes.join('')}\\\n]${comma}`, 'gu');
    SPECIAL.set(open, known);
  }
  return known;
}
