import { fromJson } from '@sigil/schema';
import type { JsonValue, ValueType } from '@sigil/spec';
import { propertyName, stringLiteral } from '../emit/literal.js';

/** A value that was declared as JSON, as TypeScript writes the value of the program. */
export function domainLiteral(type: ValueType, value: JsonValue): string {
  return literalOf(fromJson(type, value));
}

function literalOf(value: unknown): string {
  if (typeof value === 'string') return stringLiteral(value);
  if (typeof value === 'bigint') return `BigInt('${value}')`;
  if (value instanceof Date) return `new Date('${value.toISOString()}')`;
  if (value instanceof Set) return `new Set(${literalOf([...value])})`;
  if (value instanceof Map) return `new Map(${literalOf([...value])})`;
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([name, held]) => `${propertyName(name)}: ${literalOf(held)}`);
    return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
  }
  return Object.is(value, -0) ? '-0' : String(value);
}
