import { ParseError, type Coercion, type ValueType } from '@sigil/spec';

/** Where in a reply the parser is, and what it has changed so far. */
export interface CoerceContext {
  /** The whole reply, for errors. */
  readonly reply: string;
  readonly coercions: Coercion[];
  /** Takes away the escape that keeps text from reading as a marker. */
  readonly unescape: (text: string) => string;
}

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

/** Notes a change. */
export function note(context: CoerceContext, path: string, kind: string, from: string, to: string): void {
  context.coercions.push({ path, kind, from, to });
}

/** A short picture of a value for an error: at most 80 characters. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

/** The error for something that does not fit its type. */
export function mismatch(found: unknown, type: ValueType, path: string, context: CoerceContext): ParseError {
  const words = found === '' ? 'nothing' : show(found);
  return new ParseError({ path, found: words, expected: describe(type), reply: context.reply });
}
