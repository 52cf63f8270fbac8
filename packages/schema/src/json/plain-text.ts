import type { PropertySpec } from '@sigil/spec';
import { bodyOf } from '../type/body-of.js';

/**
 * Whether a text reads back as itself where it stands for the value of a field without quotes around it: not where JSON
 * is wanted, not `3` of `string | number`, not `null` where null is a value, not text with blank or quoted edges.
 *
 * @example
 * ```ts
 * import { isPlainText } from '@sigil/schema';
 *
 * isPlainText({ name: 'note', type: { kind: 'string' } }, 'null'); // -> true
 * isPlainText({ name: 'note', type: { kind: 'string' }, optional: true }, 'null'); // -> false
 * ```
 */
export function isPlainText({ type, optional, default: fallback }: PropertySpec, text: string): boolean {
  const { kind } = bodyOf(type);
  if (kind === 'json' || (kind === 'union' && isJson(text))) return false;
  if (text.trim() !== text || text === '') return false;
  if (text.startsWith('"') && text.endsWith('"')) return false;
  const mayBeNothing = optional === true || fallback !== undefined || type.kind === 'nullable';
  return !(mayBeNothing && isNoValue(text));
}

/** Words that stand for "no value" where a field may have none. */
const NO_VALUE = ['null', 'none', 'n/a'];

/** True for words that stand for "no value" where a field may have none: `null`, `none`, `n/a`, nothing at all. */
export function isNoValue(text: string): boolean {
  const word = text.trim();
  return word === '' || (word.length <= 4 && NO_VALUE.includes(word.toLowerCase()));
}

/** True for the beginning of such a word, nothing and the whole word included. */
export function mayBeNoValue(start: string): boolean {
  const word = start.trim().toLowerCase();
  return NO_VALUE.some((one) => one.startsWith(word));
}

/** Text that would read as a value of another variant: `3` of `string | number`. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
