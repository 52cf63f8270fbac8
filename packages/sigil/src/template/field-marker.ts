import { fieldNames } from './field-names.js';

/** A place in a text that reads as the start of a field. */
export interface FieldMarker {
  /** The field, as the signature spells it. */
  readonly name: string;
  /** Where the line's marker begins, and where the value after it begins. */
  readonly start: number;
  readonly end: number;
  /** Quotes or emphasis that were opened before the name and not closed in the marker: they may close the value. */
  readonly decoration: string;
  /** True for a name in quotes, `"team": `: the value may be a member of a JSON object, with a comma behind it. */
  readonly isMember: boolean;
  /** Set for a tag: what closes it, as the text spells the name. */
  readonly closing?: string;
}

/**
 * Finds and escapes what reads as structure, at the start of a line:
 *
 * - a field's name and a colon: `team: `, `**Team:**`, `- team: `, `2. team：`
 * - a bracket marker: `[[ ## team ## ]]`
 * - a line with nothing but the name as a heading: `## Team`, `**Team**`
 * - an opening tag: `<team>`, also right behind the closing tag of a field
 *
 * Reading and escaping use one pattern, so that nothing can be read as a marker that the escape did not see. The escape
 * puts one backslash before the name, and one more where backslashes already stand there; taking one away gives the
 * text back.
 */
export interface MarkerSyntax {
  /** Finds the markers, those that are escaped too: groups of four, as {@link formOf} reads them. */
  readonly pattern: RegExp;
  /** The names and aliases of the fields. */
  readonly words: readonly string[];
  find(text: string): readonly FieldMarker[];
  /** True for text with a marker in it, also one that only closes a field. */
  holds(text: string): boolean;
  /**
   * The field that a word at the start of a line means, with a colon right behind it: exactly its name or its alias.
   * Undefined for every word where a name of the set has other characters than letters and digits.
   */
  plainName(word: string): string | undefined;
  escape(text: string): string;
  unescape(text: string): string;
}

/** Characters that models put around a name without meaning anything by them. */
const ORNAMENT = '*_`"\'>#•\\-';

/** A character of each form of a marker: most text has none of them, and need not be searched for names. */
const EVERY_FORM = /[:：[<#*_]/u;

/**
 * The syntax for a set of field names. Names are told apart without regard to case, and `dueDate` is also met as
 * `due date`, `due_date` and `due-date`.
 *
 * @param names field names, TypeScript identifiers
 * @param aliases further words that stand for a field, each with the field's name: `@alias squad`
 */
export function markerSyntax(
  names: readonly string[],
  aliases: ReadonlyMap<string, string> = new Map(),
): MarkerSyntax {
  const { byWord, named, pattern: anyName } = fieldNames(names, aliases);
  const pattern = markerPattern(anyName);
  const isPlain = [...byWord.keys()].every((word) => /^[a-z]\w*$/iu.test(word));

  const rewrite = (text: string, change: (slashes: string) => string): string =>
    text.replace(pattern, (...match: unknown[]) => {
      const { before, slashes, word, after } = formOf(match);
      return `${before}${change(slashes)}${word}${after}`;
    });

  function find(text: string): readonly FieldMarker[] {
    const found: FieldMarker[] = [];
    for (const match of text.matchAll(pattern)) {
      const { before, slashes, word, after } = formOf(match);
      const name = named(word);
      if (slashes !== '' || name === undefined) continue;
      const place = {
        name,
        start: match.index,
        end: match.index + match[0].length,
        isMember: /["']$/u.test(before) && /^["']/u.test(after),
      };
      found.push(
        after === '>'
          ? { ...place, decoration: '', closing: `</${word}>` }
          : { ...place, decoration: openDecoration(before, after) },
      );
    }
    return found;
  }

  return {
    pattern,
    words: [...byWord.keys()],
    find,
    holds: (text) => find(text).length > 0,
    plainName: (word) => (isPlain ? byWord.get(word) : undefined),
    escape: (text) => (EVERY_FORM.test(text) ? rewrite(text, (slashes) => `${slashes}\\`) : text),
    unescape: (text) => (text.includes('\\') ? rewrite(text, (slashes) => slashes.slice(1)) : text),
  };
}

/** Every form of a marker is four groups: what stands before the name, backslashes, the name, what stands after it. */
function markerPattern(name: string): RegExp {
  const form = (before: string, after: string): string => `(${before})(\\\\*)(${name})(${after})`;
  const ornaments = `[ \\t${ORNAMENT}]`;
  const line = form(`${ornaments}*?(?:\\(?\\d{1,2}[.)]${ornaments}*?)?`, `${ornaments}*[:：]`);
  const bracket = form('[ \\t]*\\[\\[[ \\t]*#*[ \\t]*', '[ \\t]*#*[ \\t]*\\]\\][ \\t]*:?');
  const heading = form(
    '[ \\t]*(?:#{1,6}[ \\t]*(?:\\d{1,2}[.)][ \\t]*)?[*_]{0,3}|\\*\\*|__)',
    '[*_]{0,3}[ \\t]*#*[ \\t]*$',
  );
  const tag = form('[ \\t]*<', '>');
  // The bracket comes first, so that the text before it is looked at no more often than there are brackets.
  const nextTag = form(`<(?<=</(?:${name})>[ \\t]*<)`, '>');
  return new RegExp(`^(?:${line}|${bracket}|${heading}|${tag})|${nextTag}`, 'gimu');
}

/** The four parts of the form that matched. */
function formOf(match: readonly unknown[]): {
  before: string;
  slashes: string;
  word: string;
  after: string;
} {
  // Each form has a name, and a name is never empty.
  let at = 1;
  while (match[at + 2] === undefined) at += 4;
  const [before = '', slashes = '', word = '', after = ''] = match.slice(at, at + 4).map(String);
  return { before, slashes, word, after };
}

/** `**Team:` opens emphasis, `**Team**:` closes it too. A lone `* ` is a bullet. */
function openDecoration(before: string, after: string): string {
  if (/[*_`"']/u.test(after)) return '';
  const open = /(?:([*_`"']+)|(\*\*)[ \t]+)(?:\(?\d{1,2}[.)][ \t]*)?$/u.exec(before);
  return open?.[1] ?? open?.[2] ?? '';
}
