import { keyAt, type KnownNames } from './lookahead.js';
import { opensString } from './quotes.js';
import { AHEAD, type Source } from './source.js';

/**
 * Whether a brace or a bracket in running text opens an object or a list, or is part of the text: `\boxed{3}`,
 * `{placeholder}`, `[a link](to somewhere)`.
 *
 * @returns undefined where what tells has not come yet
 */
export function opensValue(source: Source, at: number, known: KnownNames): boolean | undefined {
  const inside = source.next(at + 1);
  if (inside === undefined) return undefined;
  const character = source.text[inside];
  if (character === undefined) return true;
  return source.text[at] === '{'
    ? opensObject(source, inside, character, known)
    : opensList(source, inside, character);
}

function opensObject(source: Source, at: number, character: string, known: KnownNames): boolean | undefined {
  if (character === '}') return true;
  if (opensString(character)) {
    const key = keyAt(source, at, known, 'any');
    // A key whose second quote is missing is looked at later.
    return key === false
      ? /^\\?["'“‘][\p{L}\p{N}_$ -]{1,60}["'”’:]/u.test(source.text.slice(at, at + 64))
      : key;
  }
  if (character === '.') return false;
  if (character === ',') return keyAt(source, afterCommas(source.text, at), known, 'any');
  if (/^[\p{L}_$][\p{L}\p{N}_$-]{0,60}["'”]\s*:/u.test(source.text.slice(at, at + 80))) return true;
  const digits = /^\d{1,20}\s*:/u.test(source.text.slice(at, at + 24));
  return digits || keyAt(source, at, known, 'any');
}

function afterCommas(text: string, at: number): number {
  let index = at;
  while (/[\s,]/u.test(text[index] ?? '')) index++;
  return index;
}

const WORDS = ['true', 'false', 'null', 'True', 'False', 'None'];

function opensList(source: Source, at: number, character: string): boolean | undefined {
  if (character === ']' || character === '{' || character === '[' || opensString(character)) return true;
  const rest = source.text.slice(at, at + AHEAD);
  const word = /^[a-zA-Z]{1,5}/u.exec(rest)?.[0] ?? '';
  if (WORDS.includes(word)) return true;
  if (word === rest && !source.ended && WORDS.some((one) => one.startsWith(word))) return undefined;
  const end = rest.search(/[\]\n]/u);
  if (/[\d+\-.$]/u.test(character)) return true;
  if (end < 0) return source.ended || source.text.length - at >= AHEAD ? rest.includes(',') : undefined;
  if (rest[end] === '\n') return rest.slice(0, end).trimEnd().endsWith(',');
  const behind = source.text[at + end + 1];
  if (behind === undefined && !source.ended) return undefined;
  return behind !== '(' && behind !== ':';
}
