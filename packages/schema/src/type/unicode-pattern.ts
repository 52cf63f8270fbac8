/**
 * A pattern as JSON schemas have it, whose regular expressions are those of the flag `u`: without escapes that need
 * none, such as `\-`. Undefined for a pattern that has no such form.
 *
 * @example
 * ```ts
 * import { unicodePattern } from '@sigil/schema';
 *
 * unicodePattern(String.raw`^\d+\-\d+$`); // -> '^\\d+-\\d+$'
 * ```
 */
export function unicodePattern(pattern: string): string | undefined {
  return [pattern, withoutNeedlessEscapes(pattern)].find(isUnicode);
}

/** The regular expression of a pattern: with the flag `u` where that is possible. */
export function patternRegExp(pattern: string): RegExp {
  const unicode = unicodePattern(pattern);
  return unicode === undefined ? new RegExp(pattern) : new RegExp(unicode, 'u');
}

/** An escape, or a bracket of a class. */
const TOKENS = /\\[^]|[[\]]/gu;

function withoutNeedlessEscapes(pattern: string): string {
  let inClass = false;
  return pattern.replace(TOKENS, (token) => {
    if (token === '[' || token === ']') {
      inClass = token === '[';
      return token;
    }
    const escaped = token.slice(1);
    if (/^[\w^$\\.*+?()[\]{}|/]$/u.test(escaped) && !/^[a-zA-Z_]$/u.test(escaped)) return token;
    if (/^[a-zA-Z]$/u.test(escaped) || (inClass && escaped === '-')) return token;
    return escaped;
  });
}

function isUnicode(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
