import { isAboutValues, isNumericTag, meantTag, type TagName } from './tag-names.js';

/** What stands around a word with an `@` that does not start its line. */
export interface AroundWord {
  /** The text of the line before it. */
  readonly before: string;
  /** The text of the line behind it. */
  readonly behind: string;
  /** The tag before it on the line. */
  readonly tag?: string;
}

/**
 * Whether a word inside of a line is a tag: one that says something about a value, or a slip of one. Prose may name
 * `@steam`: in the middle of a sentence a word that people and programs are called is no slip, and none that has no
 * value behind it.
 */
export function isInlineTag(name: string, { before, behind, tag }: AroundWord): boolean {
  if (!isAboutValues(name)) return false;
  const meant = meantTag(name);
  if (meant === undefined) return true;
  const isBehindTag = tag !== undefined && isAboutValues(tag) && !TAKES_TEXT.has(meantTag(tag) ?? tag);
  return isBehindTag || /[.!?:;]["')\]*_]*\s*$/u.test(before) || isMeant(name, meant, behind);
}

/** Tags with prose behind them. */
const TAKES_TEXT: ReadonlySet<string> = new Set(['description', 'title', 'deprecated', 'example']);

function isMeant(name: string, meant: TagName, behind: string): boolean {
  if (CALLED_SO.has(name.toLowerCase())) return false;
  if (meant === 'stream') return /^\s*(?:done|notNull|state)\b/u.test(behind);
  return isNumericTag(meant) ? /^\s*[-+]?(?:\.?\d|Infinity)/u.test(behind) : true;
}

/** Words one edit away from a tag that people and programs are called. */
const CALLED_SO = new Set(['jason', 'jsonb', 'jsonc', 'jsonl']);
