import { parse, type ParseError } from 'jsonc-parser';

/** What a JSON file with comments holds; undefined when it is not JSON at all. */
export function readJsonText(text: string): unknown {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  return errors.length === 0 ? value : undefined;
}

/** The member of a JSON value, if it is an object that has one. */
export function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}
