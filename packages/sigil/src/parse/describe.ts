import { shownValues, templateWords } from '@sigil/schema';
import type { ValueType } from '@sigil/spec';

/** What a type wants, in words for people and models: `one of: billing, technical, sales`. */
export function describe(type: ValueType): string {
  switch (type.kind) {
    case 'string':
      return 'text';
    case 'number':
      return type.integer === true ? 'an integer' : 'a number';
    case 'boolean':
      return 'true or false';
    case 'bigint':
      return 'an integer, all digits';
    case 'date':
      return type.precision === 'day'
        ? 'a date like 2026-01-31'
        : 'a date and time like 2026-01-31T12:00:00Z';
    case 'enum':
      return `one of: ${shownValues(type).join(', ')}`;
    case 'template':
      return `text like ${templateWords(type)}`;
    case 'array':
      return `a JSON list, each item ${describe(type.items)}`;
    case 'set':
      return `a JSON list without repetition, each item ${describe(type.items)}`;
    case 'tuple':
      return `a JSON list of ${type.items.map((item) => describe(item.type)).join(', ')}`;
    case 'map':
      return `a JSON object, each value ${describe(type.value)}`;
    case 'object':
      return `a JSON object with ${type.properties.map((property) => property.alias ?? property.name).join(', ')}`;
    case 'union':
      return type.variants.map(describe).join(', or ');
    case 'nullable':
      return `${describe(type.inner)}, or null`;
    case 'json':
      return 'JSON';
    case 'recursive':
      return describe(type.type);
    case 'reference':
      return type.name;
  }
}

/** A short picture of a value for an error or a note: at most 80 characters. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
