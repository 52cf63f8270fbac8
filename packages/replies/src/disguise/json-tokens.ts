/** A piece of a JSON text: a text with its quotes, a number or a word, or one sign. */
export interface Token {
  readonly kind: 'key' | 'text' | 'bare' | 'sign';
  readonly text: string;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gu;

/** The pieces of a JSON text, without the blanks between them. */
export function jsonTokens(json: string): readonly Token[] {
  const texts = json.match(TOKEN) ?? [];
  return texts.map((text, index): Token => {
    if (text.startsWith('"')) return { kind: texts[index + 1] === ':' ? 'key' : 'text', text };
    return { kind: /^[{}[\],:]$/u.test(text) ? 'sign' : 'bare', text };
  });
}
