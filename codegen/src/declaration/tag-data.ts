import JSON5 from 'json5';
import type { JsonValue } from '@sigil/spec';

/** What the text behind a tag says, when it is read as data. */
export type TagData =
  { readonly value: JsonValue } | { readonly problem: 'none' | 'unfinished' | 'not data' };

/** Reads JSON5: `3`, `'en'`, `{ team: 'a' }`. Words behind a complete value are a remark. */
export function readData(text: string): TagData {
  if (text.trim() === '') return { problem: 'none' };
  const whole = parse(text);
  if ('value' in whole) return whole;
  if (whole.at === undefined) return { problem: 'unfinished' };
  const before = text.split('\n').slice(0, whole.at.line - 1);
  const line = text.split('\n')[whole.at.line - 1] ?? '';
  const data = [...before, line.slice(0, whole.at.column - 1)].join('\n');
  const first = /\s$/u.test(data) ? parse(data) : whole;
  return 'value' in first ? first : { problem: 'not data' };
}

/** True for data whose end has not come yet. */
export function isUnfinished(text: string): boolean {
  const read = readData(text);
  return 'problem' in read && (read.problem === 'unfinished' || read.problem === 'none');
}

type Parsed =
  { readonly value: JsonValue } | { readonly at?: { readonly line: number; readonly column: number } };

function parse(text: string): Parsed {
  try {
    const value: unknown = JSON5.parse(text);
    return isJson(value) ? { value } : { at: { line: 1, column: 1 } };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    if (/end of input/u.test(error.message)) return {};
    const line: unknown = Reflect.get(error, 'lineNumber');
    const column: unknown = Reflect.get(error, 'columnNumber');
    return typeof line === 'number' && typeof column === 'number'
      ? { at: { line, column } }
      : { at: { line: 1, column: 1 } };
  }
}

/** JSON5 has numbers that JSON does not have: `Infinity` and `NaN`. */
function isJson(value: unknown): value is JsonValue {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(isJson);
}
