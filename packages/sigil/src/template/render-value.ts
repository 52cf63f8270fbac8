import type { ValueType } from '@sigil/spec';
import type { MarkerSyntax } from './field-marker.js';

/**
 * The text of a value in a prompt: a string as it is, with markers escaped; everything else as JSON on one line. A
 * string that would read back as something else (`null`, text in double quotes, blank edges) stands as JSON too.
 *
 * @example
 * ```ts
 * renderValue({ kind: 'number' }, 0.5, syntax); // '0.5'
 * ```
 */
export function renderValue(type: ValueType, value: unknown, syntax: MarkerSyntax): string {
  if (typeof value !== 'string') return JSON.stringify(value) ?? 'null';
  return isPlain(type, value) ? syntax.escape(value) : JSON.stringify(value);
}

function isPlain(type: ValueType, value: string): boolean {
  if (value.trim() !== value || value === '') return false;
  if (value.startsWith('"') && value.endsWith('"')) return false;
  return type.kind !== 'nullable' || value.toLowerCase() !== 'null';
}
