import { toJson, toPrompt } from '@sigil/schema';
import type { PropertySpec, ValueType } from '@sigil/spec';
import type { MarkerSyntax } from './field-marker.js';
import { DRAFT_END, endToken, isNoValue, turnBreak } from './reserved-text.js';

/**
 * The text of a field's value in a prompt: a string as it is, with markers escaped; everything else as JSON on one
 * line. A string that would read back as something else (`null`, text in double quotes, blank edges) is JSON too.
 *
 * @example
 * ```ts
 * renderValue({ name: 'urgency', type: { kind: 'number' } }, 0.5, markerSyntax(['urgency'])); // -> '0.5'
 * ```
 */
export function renderValue(field: PropertySpec, value: unknown, syntax: MarkerSyntax): string {
  const shown = toPrompt(field.type, toJson(field.type, value) ?? null);
  return typeof shown === 'string' && isPlain(field, shown)
    ? syntax.escape(shown)
    : oneLineJson(shown, syntax);
}

function isPlain(field: PropertySpec, value: string): boolean {
  const { kind } = bodyOf(field.type);
  if (kind === 'json' || (kind === 'union' && isJson(value))) return false;
  if (value.trim() !== value || value === '') return false;
  if (value.startsWith('"') && value.endsWith('"')) return false;
  if (value.includes(DRAFT_END) || endToken(value) !== '') return false;
  if (turnBreak(value) >= 0) return false;
  return !((field.optional === true || field.type.kind === 'nullable') && isNoValue(value));
}

function bodyOf(type: ValueType): ValueType {
  if (type.kind === 'nullable') return bodyOf(type.inner);
  return type.kind === 'recursive' ? bodyOf(type.type) : type;
}

/** Text that would read as a value of another variant: `3` of `string | number`. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/**
 * JSON leaves line separators, `</think>`, tags and the tokens of chat templates as they are, which are read as
 * structure. On one line, only a tag behind another can be a marker.
 */
function oneLineJson(value: unknown, syntax: MarkerSyntax): string {
  const json = (JSON.stringify(value) ?? 'null')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
    .replaceAll(DRAFT_END, DRAFT_END.replace('/', '\\/'));
  const isForged = turnBreak(json) >= 0 || syntax.find(json).length > 0;
  return isForged ? json.replaceAll('<', '\\u003c') : json;
}
