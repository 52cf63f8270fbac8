import type { ShippedFunction } from './shipped-function.js';

/** What writes values into prompts. */
export const promptFunctions = {
  shown: {
    needs: ['json', 'RESERVED'],
    text: `/** A value in a prompt: a text as it is, unless it could be read as something else; all the rest as JSON. */
function shown(value: unknown, isTaken: (text: string) => boolean = () => false): string {
  if (typeof value !== 'string' || value.trim() !== value || value === '') return json(value);
  if (/^".*"$|^"$/su.test(value) || RESERVED.test(value) || isTaken(value)) return json(value);
  return value.replace(MARKERS, (...match: unknown[]) => {
    const { before, slashes, name, after } = partsOf(match);
    return \`\${before}\${slashes}\\\\\${name}\${after}\`;
  });
}`,
  },
  isNothing: {
    text: `/** Words that stand for no value. */
function isNothing(text: string): boolean {
  return /^(?:null|none|n\\/a)?$/iu.test(text.trim());
}`,
  },
  isJson: {
    text: `function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}`,
  },
  json: {
    text: `/** JSON on one line, without what could be read as the structure of the prompt. */
function json(value: unknown): string {
  const text = JSON.stringify(value)
    .replaceAll('\\u2028', '\\\\u2028')
    .replaceAll('\\u2029', '\\\\u2029')
    .replaceAll('</think>', '<\\\\/think>');
  const isForged = /<\\|\\w{1,40}\\|>/u.test(text) || markersIn(text).length > 0;
  return isForged ? text.replaceAll('<', '\\\\u003c') : text;
}`,
  },
  plain: {
    text: `/** Any value as JSON: dates as ISO 8601, sets as lists, maps as objects, bigints as digits. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value) || value instanceof Set) return [...value].map((item) => plain(item) ?? null);
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return Object.fromEntries(entries.map(([key, held]) => [String(key), plain(held)]));
}`,
  },
  RESERVED: {
    text: `/** What ends a turn, or the thoughts of a model, in the templates of chat models. */
const RESERVED = /<\\/think>|<\\|\\w{1,40}\\|>|(?:<\\/s>|\\[\\[ ?## ?completed ?## ?\\]\\])$/u;`,
  },
} satisfies { readonly [name: string]: ShippedFunction };
