import { isPlainKey } from './lookahead.js';
import type { Source } from './source.js';

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const BACKSLASH = 92;
const BRACE = 125;

/**
 * The index behind a text in double quotes that is as JSON has it, and that JSON goes on behind: `"x",` before another
 * key or item, `"x"}`. Most texts are; they need none of the care that the others do.
 *
 * @returns -1 for any other text
 */
export function plainStringEnd({ text, at }: Source, place: 'object' | 'list'): number {
  for (let index = at + 1; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) return goesOn(text, index + 1, place) ? index + 1 : -1;
    if (code === BACKSLASH || code < 32 || (code >= 0x2018 && code <= 0x201f)) return -1;
  }
  return -1;
}

/** The same for a number or a word without quotes. */
export function plainWordEnd({ text, at }: Source, place: 'object' | 'list'): number {
  for (let index = at; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const isWord =
      (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || code === 45 || code === 46 || code === 43;
    if (!isWord) return index > at && goesOn(text, index, place) ? index : -1;
  }
  return -1;
}

/** The index behind the colon of a key in double quotes; -1 for any other key. */
export function plainKeyEnd({ text, at }: Source): number {
  if (!isPlainKey(text, at)) return -1;
  return text.indexOf('"', at + 1) + 2;
}

function goesOn(text: string, index: number, place: 'object' | 'list'): boolean {
  const code = text.charCodeAt(index);
  if (code === 93) return place === 'list';
  if (code === BRACE) {
    // The brace may be part of a text: `"f() { return "x"}"`.
    const behind = text.charCodeAt(index + 1);
    return place === 'object' && (behind === COMMA || behind === BRACE || behind === 93);
  }
  if (code !== COMMA) return false;
  const next = text.charCodeAt(index + 1) === 32 ? index + 2 : index + 1;
  if (place === 'object') return isPlainKey(text, next);
  const first = text.charCodeAt(next);
  return first === QUOTE || first === 123 || first === 91 || (first >= 48 && first < COLON);
}
