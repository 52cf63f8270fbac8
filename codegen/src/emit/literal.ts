/** Lines of generated code stay within this many columns where they can. */
export const WIDTH = 110;

/**
 * A string as a TypeScript literal: single quotes, double ones where the text has single ones only. Everything that an
 * editor would not show as it is, or that ends a line, is escaped.
 */
export function stringLiteral(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  return `${quote}${escapeText(text).replaceAll(quote, `\\${quote}`)}${quote}`;
}

const SHORT: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

// Controls, line and paragraph separators, byte order mark, marks that turn the direction of text, lone surrogates.
const UNSEEN = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029\uFEFF]/u;

const ESCAPED = new RegExp(String.raw`\\|${UNSEEN.source}`, 'gu');

function escapeText(text: string): string {
  return text.replace(ESCAPED, (char) => SHORT[char] ?? codeUnit(char));
}

function codeUnit(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A property name: bare where it is a plain word. */
export function propertyName(name: string): string {
  // In an object literal a bare __proto__ sets the prototype.
  if (name === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : stringLiteral(name);
}

/** A number as a literal. */
export function numberLiteral(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

/** A regular expression as a literal. */
export function patternLiteral(pattern: string): string {
  const escapes = new RegExp(String.raw`\\[^]|${UNSEEN.source}`, 'gu');
  const source = new RegExp(pattern).source.replace(escapes, (found) => {
    const char = found.at(-1) ?? '';
    return UNSEEN.test(char) ? codeUnit(char) : found;
  });
  return `/${source}/`;
}
