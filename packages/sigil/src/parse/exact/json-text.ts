const TAB = 9;
const LINE_FEED = 10;
const RETURN = 13;
const BLANK = 32;
const QUOTE = 34;
const COMMA = 44;
const MINUS = 45;
const BRACKET = 91;
const BRACE = 123;

const WORD = /^\s*(?:true|false|null)\s*$/u;

/**
 * False for text that is no JSON, as its ends show: that is most of what is none, and an error of JSON.parse costs as
 * much as reading a short reply.
 */
export function mayBeJson(text: string): boolean {
  const start = forward(text, 0);
  const end = backward(text, text.length - 1);
  const first = text.charCodeAt(start);
  const last = text.charCodeAt(end);
  if (first === BRACKET) return last === BRACKET + 2 && text.charCodeAt(backward(text, end - 1)) !== COMMA;
  if (first === BRACE) {
    const second = text.charCodeAt(forward(text, start + 1));
    if (second !== QUOTE && second !== BRACE + 2) return false;
    return last === BRACE + 2 && text.charCodeAt(backward(text, end - 1)) !== COMMA;
  }
  if (first === QUOTE) return last === QUOTE;
  return first === MINUS || isDigit(first) ? isDigit(last) : WORD.test(text);
}

/** How many keys a JSON text has, where none has a blank behind it; a text with `":` in it counts as more. */
export function keysIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
    if (text.charCodeAt(at - 1) === QUOTE) count++;
  }
  return count;
}

function forward(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}

function backward(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at--;
  return at;
}

function isBlank(code: number): boolean {
  return code === BLANK || code === LINE_FEED || code === RETURN || code === TAB;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
