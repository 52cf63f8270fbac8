/** How many characters a text has as JSON schemas count them: an emoji of one code point is one. */
export function characterCount(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
