import { nameKey } from '../../template/field-name.js';
import { opensString } from './quotes.js';
import { AHEAD, type Source } from './source.js';

/** The names that objects of the wanted type can have, in the form of `nameKey`; undefined where any may come. */
export type KnownNames = ReadonlySet<string> | undefined;

const QUOTED_KEY =
  /(?:\\"((?:(?!\\")[^\n]){0,200}?)\\"|"((?:[^"\\\n]|\\[^\n]){0,200})["”]|["“”]([^"“”\n]{0,200})["”“]|'([^'\n]{0,200})'|‘([^‘’\n]{0,200})’|`([^`\n]{0,200})`)\s{0,40}(?:[:：]|=>)/uy;
const UNCLOSED_QUOTED_KEY =
  /\\?(?:"(?:[^"\\\n]|\\[^\n]){0,200}\\?"?|["“”'‘`][^"\n“”]{0,200}["”'’`]?)\s{0,40}=?$/uy;
const BARE_KEY = /([\p{L}\p{N}_$@][\p{L}\p{N}_$.\- ]{0,80}?)\s{0,40}(?::(?!\/\/)|：|=>)/uy;
/** A key that lacks its second quote: `"vendor: "Lynx"`. */
const HALF_QUOTED_KEY = /["“'‘]([\p{L}\p{N}_$.-]{1,80})\s{0,40}:\s{0,40}["“'‘\d[{]/uy;
/** A key that lacks its first quote: `vendor": "Lynx"`. */
const OPEN_QUOTED_KEY = /([\p{L}\p{N}_$-]{1,80})["'”’]\s{0,40}[:：]/uy;
const UNCLOSED_BARE_KEY = /[\p{L}\p{N}_$@][\p{L}\p{N}_$.\- ]{0,80}["'”’]?:?\s{0,40}$/uy;

/** Which keys count: one in quotes is one; a bare word may be text, unless its name is known. */
export type KeyRule = 'any' | 'quoted or known' | 'known';

/** Whether a key and its colon stand at an index; undefined where that has not come yet. */
export function keyAt(
  { text, ended }: Source,
  index: number,
  known: KnownNames,
  rule: KeyRule,
): boolean | undefined {
  if (index >= text.length) return ended ? false : undefined;
  if (rule !== 'known' && isPlainKey(text, index)) return true;
  const isKnown = (name: string): boolean => known?.has(nameKey(name)) === true;
  if (text[index] === '\\' && index + 1 === text.length && !ended) return undefined;
  if (opensString(text[index])) {
    const match = matchAt(QUOTED_KEY, text, index);
    if (match !== null)
      return rule !== 'known' || isKnown(match.slice(1).find((one) => one !== undefined) ?? '');
    if (!ended && matchAt(UNCLOSED_QUOTED_KEY, text, index) !== null) return undefined;
    const half = matchAt(HALF_QUOTED_KEY, text, index);
    return half !== null && isKnown(half[1] ?? '');
  }
  const match = matchAt(BARE_KEY, text, index);
  if (match !== null) {
    const name = match[1] ?? '';
    const isWord = !name.includes(' ') && (known === undefined || !/^[\d.-]+$/u.test(name));
    return isKnown(name) || (rule === 'any' && isWord);
  }
  const open = matchAt(OPEN_QUOTED_KEY, text, index);
  if (open !== null) return isKnown(open[1] ?? '');
  return !ended && matchAt(UNCLOSED_BARE_KEY, text, index) !== null ? undefined : false;
}

/** True for `"name":`, which nearly all keys are. */
export function isPlainKey(text: string, index: number): boolean {
  if (text.charCodeAt(index) !== 34) return false;
  for (let at = index + 1; at < text.length && at < index + 60; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) return text.charCodeAt(at + 1) === 58;
    if (code < 32 || code === 92) return false;
  }
  return false;
}

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}

/** What a string or a bare word stands in. */
export interface Surroundings {
  place: 'key' | 'object' | 'list';
  /** True where an object is open around. */
  inObject: boolean;
  /** True where a list is open around. */
  inList: boolean;
  /** True where keys of the object have no quotes. */
  bareKeys: boolean;
  /** True where the reply has curly quotes around texts. */
  mixesQuotes: boolean;
  readonly known: KnownNames;
}

/**
 * Whether a quote closes its string: it does where what follows can only stand behind a string. Any other quote is part
 * of the text.
 *
 * @param after index after the quote
 * @returns undefined where what follows has not come yet
 */
export function closesString(source: Source, after: number, around: Surroundings): boolean | undefined {
  const at = source.next(after);
  if (at === undefined) return undefined;
  const { text } = source;
  const character = text[at];
  if (character === undefined || at - after >= AHEAD) return true;
  if (around.place === 'key') return closesKey(source, after, at);
  if (character === '}') return around.inObject ? not(isBraceInText(source, at)) : false;
  if (character === ']') return around.inList;
  if (character === '`') return source.has('```', at);
  if (character === '+') return concatenates(source, at + 1);
  if (character === ',' || character === ';') return closesBeforeComma(source, at, around);
  const isNewLine = text.slice(after, at).includes('\n');
  if (around.place === 'object') {
    // A quote too many, on the line of the brace.
    if (isNewLine && character === '"' && /^"\s*[}\]]/u.test(text.slice(at, at + 40))) return true;
    if (at === after) return keyAt(source, at, around.known, 'known');
    return keyAt(source, at, around.known, ruleFor(around, isNewLine));
  }
  if (character === ':') return around.inObject;
  if (opensString(character)) {
    const behind = text[at + 1];
    if (behind === undefined) return source.ended ? true : undefined;
    return at > after && !/[\s,.;:!?)\]}]/u.test(behind);
  }
  return isNewLine && /^(?:[[{\d-]|(?:true|false|null|True|False|None)\b)/u.test(text.slice(at, at + 7));
}

/** Whether a brace is part of a text: `return "x"; }", "next": 1`. Undefined where what follows has not come yet. */
function isBraceInText({ text, ended }: Source, at: number): boolean | undefined {
  const rest = text.slice(at, at + 48);
  if (/^\}[\s;)]{0,20}"\s{0,20}[,}\]]/u.test(rest)) return true;
  return !ended && /^\}[\s;)]{0,20}(?:"\s{0,20})?$/u.test(rest) ? undefined : false;
}

function not(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

function closesKey(source: Source, after: number, at: number): boolean | undefined {
  const character = source.text[at] ?? '';
  if (/[:：,}=]/u.test(character)) return true;
  // A value without its colon. A word may be the rest of the key.
  return at > after && (/[\d[{]/u.test(character) || opensString(character));
}

function concatenates(source: Source, after: number): boolean | undefined {
  const at = source.next(after);
  return at === undefined ? undefined : opensString(source.text[at]);
}

function closesBeforeComma(source: Source, comma: number, around: Surroundings): boolean | undefined {
  const at = source.next(comma + 1);
  if (at === undefined) return undefined;
  const { text } = source;
  // Code has semicolons too.
  if (text[comma] === ';' && text[at] === '}') return not(isBraceInText(source, at));
  const character = text[at];
  if (character === undefined || character === '}' || character === ',' || at - comma > AHEAD) return true;
  if (character === ']') return around.inList;
  if (character === '.') {
    const isDots = source.has('...', at);
    if (isDots !== false) return isDots;
  }
  if (around.place === 'object') {
    if (character === '{') return around.inList;
    const isNewLine = text.slice(comma, at).includes('\n');
    return keyAt(source, at, around.known, ruleFor(around, isNewLine));
  }
  if (opensString(character) || /[[{\d+\-.]/u.test(character)) return true;
  if (text.slice(comma, at).includes('\n')) return true;
  // A bare item: it has no quote in it.
  const end = source.text.slice(at, at + AHEAD).search(/[,\]\n]/u);
  if (end < 0) return source.ended || text.length - at >= AHEAD ? false : undefined;
  return !/["“”]/u.test(text.slice(at, at + end));
}

function ruleFor({ bareKeys }: Surroundings, isNewLine: boolean): KeyRule {
  return bareKeys || isNewLine ? 'any' : 'quoted or known';
}

const SCALAR = /^\s*(?:[-+$]{0,2}[\d.,]*\d(?:[eE][-+]?\d+)?|true|false|null|True|False|None)\s*$/u;
/** Longer than any number: a text that grows is not looked at again and again. */
export const SCALAR_LENGTH = 40;
const THOUSANDS = /^\s*[-+$]{0,2}\d{1,3}(?:[.,]\d{3})*$/u;

/** Whether a comma ends a bare value of an object: `a: Lynx, Inc., b: 1`. */
export function endsBareValue(
  source: Source,
  comma: number,
  around: Surroundings,
  text: string,
): boolean | undefined {
  if (around.place === 'list') return true;
  if (text.length < SCALAR_LENGTH && SCALAR.test(text)) {
    // What follows a comma of thousands is a digit, and what stands before it has three digits at most.
    const next = source.text[comma + 1];
    if (!THOUSANDS.test(text)) return true;
    if (next === undefined) return source.ended ? true : undefined;
    if (!/\d/u.test(next)) return true;
  }
  const at = source.next(comma + 1);
  if (at === undefined) return undefined;
  const character = source.text[at];
  if (character === undefined || character === '}' || character === ',' || at - comma > AHEAD) return true;
  if (character === ']' || character === '{') return around.inList;
  if (source.text.slice(comma, at).includes('\n')) return true;
  return keyAt(source, at, around.known, 'any');
}
