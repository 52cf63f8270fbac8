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
    case 'enum':
      return `one of: ${type.values.join(', ')}`;
    case 'array':
      return `a JSON list, each item ${describe(type.items)}`;
    case 'object':
      return `a JSON object with ${type.properties.map((property) => property.name).join(', ')}`;
    case 'nullable':
      return `${describe(type.inner)}, or null`;
  }
}

/** A short picture of a value for an error or a note: at most 80 characters. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
