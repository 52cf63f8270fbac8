import { existsSync, readFileSync, statSync } from 'node:fs';
import { parse, type ParseError } from 'jsonc-parser';

/** Windows editors put it at the start of a file. */
const byteOrderMark = '\uFEFF';

/** What a JSON file with comments holds: an empty one an empty object. Undefined when it is not JSON at all. */
export function readJsonText(text: string): unknown {
  const errors: ParseError[] = [];
  const { body } = splitMark(text);
  if (body.trim() === '') return {};
  const value: unknown = parse(body, errors, { allowTrailingComma: true });
  return errors.length === 0 ? value : undefined;
}

/** A text without the byte order mark at its start, and that mark. */
export function splitMark(text: string): { readonly mark: string; readonly body: string } {
  return text.startsWith(byteOrderMark)
    ? { mark: byteOrderMark, body: text.slice(1) }
    : { mark: '', body: text };
}

/** The member of a JSON value, if it is an object that has one. */
export function member(value: unknown, name: string): unknown {
  return isJsonObject(value) ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;
}

/** True for `{ .. }`. */
export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of a file; undefined where there is none. */
export function readIfThere(file: string): string | undefined {
  return existsSync(file) && statSync(file).isFile() ? readFileSync(file, 'utf8') : undefined;
}
