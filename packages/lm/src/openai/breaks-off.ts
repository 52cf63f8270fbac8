/**
 * True for a text that is the beginning of a JSON object and ends before it does: in a string, or with a bracket open.
 * What is wrong inside of it is not looked at.
 */
export function breaksOff(text: string): boolean {
  const start = text.search(/\S/u);
  if (text[start] !== '{') return false;
  let open = 0;
  for (const [token] of text.slice(start).matchAll(/"(?:[^"\\]|\\[^])*"?|[{}[\]]/gu)) {
    if (token.startsWith('"')) {
      if (token.length < 2 || !/[^\\](?:\\\\)*"$/u.test(token)) return true;
    } else if (token === '{' || token === '[') open += 1;
    else if (--open === 0) return false;
  }
  return open > 0;
}
