/** One token of generated code. Comments and blanks are none. */
export interface Token {
  readonly kind: 'word' | 'text' | 'template' | 'number' | 'pattern' | 'sign';
  /**
   * Of a text, what it stands for; of a number, its value; of a template, its texts and the values of the tokens in its
   * holes; of anything else, as it is written.
   */
  readonly value: string;
  /** True for the first token of a line. */
  readonly startsLine: boolean;
}

const SKIPPED = /(?:[^\S\n]|\/\/[^\n\u2028\u2029]*|\/\*(?!\*\/)[^]*?\*\/)+|\n/y;
const WORD = /[\p{ID_Start}$_][\p{ID_Continue}$]*/uy;
const NUMBER = /(?:0[xX][\da-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)/y;
const TEXT = /'(?:[^'\\\n\r]|\\[^])*'|"(?:[^"\\\n\r]|\\[^])*"|`(?:[^`\\$]|\\[^])*`/y;
const TEMPLATE_TEXT = /(?:[^`\\$]|\$(?!\{)|\\[^])*/y;
const HOLE = /\$\{(?:[^{}'"`]|'(?:[^'\\\n]|\\[^])*'|"(?:[^"\\\n]|\\[^])*")*\}/y;
const PATTERN = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
const SIGN = /=>|\?\?|[{}()[\]<>.,;:?|=&*+!-]/y;

/**
 * The tokens of a generated file, or undefined when it has something that no generated file has. Not a reader of
 * TypeScript: it knows what {@link printFile} prints and what formatters make of that.
 */
export function tokensOf(code: string): readonly Token[] | undefined {
  const text = code.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
  const tokens: Token[] = [];
  let at = 0;
  let startsLine = true;
  const match = (pattern: RegExp, from = 0): string | undefined => {
    pattern.lastIndex = at + from;
    return pattern.exec(text)?.[0];
  };
  while (at < text.length) {
    const skipped = match(SKIPPED);
    if (skipped !== undefined) {
      startsLine ||= skipped.includes('\n');
      at += skipped.length;
      continue;
    }
    const found = nextToken(match, tokens.at(-1));
    if (found === undefined) return undefined;
    tokens.push({ kind: found.kind, value: found.value, startsLine });
    at += found.length;
    startsLine = false;
  }
  return tokens;
}

/** `` `id-${number}` ``, a type. */
function nextTemplate(match: (pattern: RegExp, from?: number) => string | undefined): Found | undefined {
  const parts: string[] = [];
  let length = 1;
  for (;;) {
    const text = match(TEMPLATE_TEXT, length) ?? '';
    const value = unquote(`'${text}'`);
    if (value === undefined) return undefined;
    parts.push(value);
    length += text.length;
    if (match(/`/y, length) !== undefined) {
      return { kind: 'template', value: JSON.stringify(parts), length: length + 1 };
    }
    const hole = match(HOLE, length);
    const tokens = hole === undefined ? undefined : tokensOf(hole.slice(2, -1));
    if (hole === undefined || tokens === undefined) return undefined;
    const isLine = tokens[0]?.value === '|';
    parts.push(
      tokens
        .slice(isLine ? 1 : 0)
        .map((token) => `${token.kind} ${token.value}`)
        .join(' '),
    );
    length += hole.length;
  }
}

type Found = Pick<Token, 'kind' | 'value'> & { readonly length: number };

function nextToken(
  match: (pattern: RegExp, from?: number) => string | undefined,
  before: Token | undefined,
): Found | undefined {
  const text = match(TEXT);
  if (text !== undefined) {
    const value = unquote(text);
    return value === undefined ? undefined : { kind: 'text', value, length: text.length };
  }
  const template = match(/`/y) === undefined ? undefined : nextTemplate(match);
  if (template !== undefined) return template;
  const word = match(WORD);
  if (word !== undefined) return { kind: 'word', value: word, length: word.length };
  const number = match(NUMBER);
  if (number !== undefined) return { kind: 'number', value: String(Number(number)), length: number.length };
  // Generated code divides nothing: a slash after a bracket or a comma begins a pattern.
  const mayBePattern = before?.kind === 'sign' && ['(', '[', ',', ':', '=>'].includes(before.value);
  const pattern = mayBePattern ? match(PATTERN) : undefined;
  if (pattern !== undefined) return { kind: 'pattern', value: pattern, length: pattern.length };
  const sign = match(SIGN);
  return sign === undefined ? undefined : { kind: 'sign', value: sign, length: sign.length };
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
};

/** What a string literal stands for. */
function unquote(literal: string): string | undefined {
  let wrong = false;
  const value = literal
    .slice(1, -1)
    .replace(
      /\\(?:u\{([\da-fA-F]+)\}|u([\da-fA-F]{4})|x([\da-fA-F]{2})|([^]))/gu,
      (_, ...parts: string[]) => {
        const code = parts[0] ?? parts[1] ?? parts[2];
        if (code !== undefined) {
          const point = Number.parseInt(code, 16);
          if (point <= 0x10_ff_ff) return String.fromCodePoint(point);
          wrong = true;
          return '';
        }
        const char = parts[3] ?? '';
        return char === '\n' ? '' : (ESCAPES[char] ?? char);
      },
    );
  return wrong ? undefined : value;
}
