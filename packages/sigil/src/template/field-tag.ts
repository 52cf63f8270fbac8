import type { MarkerSyntax } from './field-marker.js';
import { fieldNames } from './field-names.js';

/** A tag with the name of a field, anywhere in a text. */
export interface FieldTag {
  /** The field, as the signature spells it. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** `empty` opens and closes: `<note/>`. */
  readonly kind: 'open' | 'close' | 'empty';
  /** What closes it, as the text spells the name. */
  readonly closing: string;
}

/**
 * Finds and escapes the tags of fields, opening and closing, anywhere in a line: `<team>`, `</team>`, `<team id="1">`,
 * `< due date >`. Reading and escaping use one pattern. The escape puts one backslash before the name, and one more where
 * backslashes already stand there; taking one away gives the text back.
 */
export interface TagSyntax extends MarkerSyntax {
  tags(text: string): readonly FieldTag[];
}

/**
 * The syntax for a set of field names, which are told apart as those of lines are.
 *
 * @param names field names, TypeScript identifiers
 * @param aliases further words that stand for a field, each with the field's name
 * @example
 * ```ts
 * tagSyntax(['team']).escape('a <team> of </team>'); // -> 'a <\\team> of </\\team>'
 * ```
 */
export function tagSyntax(
  names: readonly string[],
  aliases: ReadonlyMap<string, string> = new Map(),
): TagSyntax {
  const { byWord, named, pattern: anyName } = fieldNames(names, aliases);
  const pattern = tagPattern(anyName);
  const rewrite = (text: string, change: (slashes: string) => string): string =>
    text.replace(
      pattern,
      (_, before: string, slashes: string, word: string, after: string) =>
        `${before}${change(slashes)}${word}${after}`,
    );

  function tags(text: string): readonly FieldTag[] {
    const found: FieldTag[] = [];
    for (const match of text.matchAll(pattern)) {
      const [whole, before = '', slashes, word = '', after = ''] = match;
      const name = named(word);
      if (slashes !== '' || name === undefined) continue;
      const kind = before.includes('/') ? 'close' : after.endsWith('/>') ? 'empty' : 'open';
      found.push({
        name,
        start: match.index,
        end: match.index + whole.length,
        kind,
        closing: `</${word}>`,
      });
    }
    return found;
  }

  return {
    pattern,
    words: [...byWord.keys()],
    tags,
    find: (text) =>
      tags(text).flatMap(({ name, start, end, kind, closing }) =>
        kind === 'open' ? [{ name, start, end, closing, decoration: '', isMember: false }] : [],
      ),
    holds: (text) => tags(text).length > 0,
    plainName: () => undefined,
    escape: (text) => (text.includes('<') ? rewrite(text, (slashes) => `${slashes}\\`) : text),
    unescape: (text) => (text.includes('\\') ? rewrite(text, (slashes) => slashes.slice(1)) : text),
  };
}

/** What stands before the name, backslashes, the name, what stands after it. */
function tagPattern(name: string): RegExp {
  return new RegExp(`(<[ \\t]*\\/?[ \\t]*)(\\\\*)(${name})((?:\\s[^<>]*)?\\/?>)`, 'giu');
}
