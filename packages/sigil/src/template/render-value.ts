import { isPlainText, toJson, toPrompt } from '@sigil/schema';
import type { PropertySpec } from '@sigil/spec';
import type { MarkerSyntax } from './field-marker.js';
import { DRAFT_END, endToken, hasChatToken } from './reserved-text.js';

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

/** Without what a chat template, or the parser, would take for the end of the value. */
function isPlain(field: PropertySpec, value: string): boolean {
  if (!isPlainText(field, value)) return false;
  return !value.includes(DRAFT_END) && endToken(value) === '' && !hasChatToken(value);
}

/**
 * JSON on one line, as it may stand in a prompt.
 *
 * JSON leaves line separators, `</think>`, tags and the tokens of chat templates as they are, which are read as
 * structure. On one line, only a tag behind another can be a marker.
 */
export function oneLineJson(value: unknown, syntax: MarkerSyntax): string {
  const json = (JSON.stringify(value) ?? 'null')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
    .replaceAll(DRAFT_END, DRAFT_END.replace('/', '\\/'));
  const isForged = hasChatToken(json) || syntax.holds(json);
  return isForged ? json.replaceAll('<', '\\u003c') : json;
}
