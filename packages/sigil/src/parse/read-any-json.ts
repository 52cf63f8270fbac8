import { note, type CoerceContext } from './coerce-context.js';
import { show } from './describe.js';
import { noteRepairs } from './note-repairs.js';
import { readJson } from './read-json.js';
import { jsonIn } from './text-parts.js';

/** Any JSON. In an object that is the whole reply an object may stand in a text, as wire schemas want it. */
export function jsonValue(value: unknown, path: string, context: CoerceContext): unknown {
  const isWritten = context.isWhole === true && typeof value === 'string' && /^\s*[[{]/u.test(value);
  const json = isWritten ? readJson(value, 0) : undefined;
  if (json?.end !== String(value).length) return value;
  note(context, path, 'json-from-text', String(value), show(json.value));
  noteRepairs(json, String(value), path, context);
  return json.value;
}

/** JSON as it stands, or the object or list in a text; any other text is a text. */
export function jsonText(text: string, path: string, context: CoerceContext): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const json = jsonIn(text, '{', path, context, '[');
    if (json !== undefined) return json;
    note(context, path, 'text-as-json', text, JSON.stringify(text));
    return context.unescape(text);
  }
}
