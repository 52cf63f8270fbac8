import type { JsonValue, ValueType } from '@sigil/spec';
import { valueProblems } from '@sigil/schema';
import type { DocTag } from '../declaration/doc-comment.js';
import { readData } from '../declaration/tag-data.js';

/** The values that a tag gives, or what it should give. */
export type TaggedValues = { readonly values: readonly JsonValue[] } | { readonly wanted: string };

/**
 * The values behind `@default`, `@example` and `@examples`, as the type takes them. Data is JSON5. Where that does not
 * fit, the text itself may: a day, the name of a choice, digits; an example of a text needs no quotes. A default does,
 * since `null` and `3` would be texts too.
 */
export function taggedValues(tag: DocTag, type: ValueType): TaggedValues {
  const read = readData(tag.value);
  const data = 'value' in read ? read.value : undefined;
  if (tag.name === 'examples') {
    const list: unknown = data;
    return isList(list) ? { values: list } : { wanted: 'a list of examples: [1, 2]' };
  }
  const isExample = tag.name === 'example';
  if (data !== undefined && fits(type, data)) return { values: [data] };
  if (tag.value !== '' && (isExample || !isText(type)) && fits(type, tag.value))
    return { values: [tag.value] };
  // Code is for people.
  if (isExample && tag.value.includes('```')) return { values: [] };
  if (data !== undefined) return { values: [data] };
  return { wanted: isText(type) ? `text in quotes` : 'a value in JSON5' };
}

function fits(type: ValueType, value: JsonValue): boolean {
  return valueProblems({ name: '', type }, value, '').length === 0;
}

function isText(type: ValueType): boolean {
  return type.kind === 'nullable' ? isText(type.inner) : type.kind === 'string';
}

function isList(value: unknown): value is readonly JsonValue[] {
  return Array.isArray(value);
}
