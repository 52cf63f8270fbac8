const NAMES = ['Signature', 'Program', 'InputField', 'OutputField'];

/**
 * A quick look at texts, so that only sources that may hold a signature or a program are parsed: those that name one of
 * the decorators and apply something. What the names stand for is decided by their imports.
 *
 * @param texts of all sources: one of them may give the decorators other names (`export { Signature as Task }`)
 */
export function decoratorMentions(texts: readonly string[]): (text: string) => boolean {
  const names = new Set(NAMES);
  for (let before = 0; before < names.size;) {
    before = names.size;
    const renamed = new RegExp(
      `\\b(?:${[...names].join('|')})\\s+as\\s+([\\w$]+)|\\b([\\w$]+)\\s*=\\s*(?:[\\w$]+\\.)?(?:${[...names].join('|')})\\b`,
      'gu',
    );
    for (const text of texts) {
      for (const [, one, other] of text.matchAll(renamed)) names.add(one ?? other ?? '');
    }
  }
  // A default export is imported under any name.
  if (names.has('default')) return (text) => text.includes('@');
  const mention = new RegExp(`\\b(?:${[...names].join('|').replaceAll('$', '\\$')})\\b`, 'u');
  return (text) => text.includes('@') && mention.test(text);
}
