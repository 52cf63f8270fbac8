import type { Token } from './json-tokens.js';

/** Another way to write a JSON text that means the same to everybody who reads it. */
export interface Disguise {
  readonly name: string;
  readonly tokens?: (tokens: readonly Token[]) => readonly Token[];
  readonly text?: (text: string) => string;
}

const SAFE = /^"[^"'\\“”]*"$/u;
const BARE_KEY = /^"[A-Za-z_]\w*"$/u;
const PYTHON: Readonly<Record<string, string>> = { true: 'True', false: 'False', null: 'None' };

const each = (change: (token: Token) => string): Required<Disguise>['tokens'] => {
  return (tokens) => tokens.map((token) => ({ ...token, text: change(token) }));
};

const isText = (token: Token): boolean => token.kind === 'text' || token.kind === 'key';

/** Changes of the pieces. They keep what a text says, so each may come after each. */
export const insideDisguises: readonly Disguise[] = [
  { name: 'as it is' },
  {
    name: 'commas before the ends',
    tokens: (tokens) =>
      tokens.map((token, index) => {
        const isFull = index > 0 && !/^[{[]$/u.test(tokens[index - 1]?.text ?? '');
        return /^[}\]]$/u.test(token.text) && isFull ? { ...token, text: `,${token.text}` } : token;
      }),
  },
  {
    name: 'bare keys',
    tokens: each(({ kind, text }) => (kind === 'key' && BARE_KEY.test(text) ? text.slice(1, -1) : text)),
  },
  {
    name: 'single quotes',
    tokens: each((token) =>
      isText(token) && SAFE.test(token.text) ? `'${token.text.slice(1, -1)}'` : token.text,
    ),
  },
  {
    name: 'curly quotes',
    tokens: each((token) =>
      isText(token) && SAFE.test(token.text) ? `“${token.text.slice(1, -1)}”` : token.text,
    ),
  },
  {
    name: 'words of Python',
    tokens: each(({ kind, text }) => (kind === 'bare' ? (PYTHON[text] ?? text) : text)),
  },
  { name: 'comments', tokens: each(({ text }) => (text === ',' ? ', // one more, "really"\n' : text)) },
  { name: 'blocks of comments', tokens: each(({ text }) => (text === ':' ? ': /* {is} */ ' : text)) },
  { name: 'line breaks for commas', tokens: each(({ text }) => (text === ',' ? '\n' : text)) },
  { name: 'blanks', tokens: each(({ text }) => (/^[,:{[]$/u.test(text) ? `${text} ` : text)) },
];

/** What stands around the whole. */
export const outsideDisguises: readonly Disguise[] = [
  { name: 'alone' },
  { name: 'in a fence', text: (text) => `Here you go:\n\n\`\`\`json\n${text}\n\`\`\`\n\nAnything else?` },
  { name: 'in prose', text: (text) => `The answer (see {x}) is ${text}, as it's "clear".` },
  {
    name: 'behind a thought',
    text: (text) => `<think>\nFirst {"a": 1}, then ${text.slice(0, 9)}\n</think>\n${text}`,
  },
  { name: 'in a call', text: (text) => `submit(${text});` },
  // What the last brackets would have closed is closed by the end.
  { name: 'without its last brackets', text: (text) => text.replace(/(?<=[\d"'”])[\s,}\]]+$/u, '') },
];
