import { shownValues, templateWords } from '@sigil/schema';
import type { Constraints, ValueType } from '@sigil/spec';

/**
 * A type in words a person can write a value from.
 *
 * @example
 * ```ts
 * describeType({ kind: 'number', constraints: { minimum: 0, maximum: 1 } }); // -> 'number from 0 to 1'
 * ```
 */
export function describeType(type: ValueType): string {
  switch (type.kind) {
    case 'string':
      return `string${stringLimits(type.constraints)}`;
    case 'number':
      return `${type.integer === true ? 'integer' : 'number'}${numberLimits(type.constraints)}`;
    case 'boolean':
      return 'boolean';
    case 'bigint':
      return 'integer as text';
    case 'date':
      return type.precision === 'day'
        ? 'date such as "2026-01-31"'
        : 'date and time such as "2026-01-31T12:00:00Z"';
    case 'enum':
      return `one of: ${shownValues(type)
        .map((value) => JSON.stringify(value))
        .join(', ')}`;
    case 'template':
      return `string like ${templateWords(type)}`;
    case 'array':
      return `array of ${describeType(type.items)}`;
    case 'set':
      return `array without repetition of ${describeType(type.items)}`;
    case 'tuple':
      return `array of ${type.items.map((item) => describeType(item.type)).join(', ')}`;
    case 'map':
      return `object with values: ${describeType(type.value)}`;
    case 'object':
      return `object with ${type.properties.map(({ name, optional }) => `${name}${optional === true ? '?' : ''}`).join(', ')}`;
    case 'union':
      return type.variants.map(describeType).join(', or ');
    case 'nullable':
      return `${describeType(type.inner)}, or null`;
    case 'json':
      return 'any JSON';
    case 'recursive':
      return describeType(type.type);
    case 'reference':
      return type.name;
  }
}

function numberLimits({ minimum, maximum }: Constraints = {}): string {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return ` of at least ${minimum}`;
  return maximum === undefined ? '' : ` of at most ${maximum}`;
}

function stringLimits({ minLength, maxLength, pattern }: Constraints = {}): string {
  const limits = [
    ...(minLength === undefined ? [] : [`at least ${minLength} characters`]),
    ...(maxLength === undefined ? [] : [`at most ${maxLength} characters`]),
    ...(pattern === undefined ? [] : [`matching /${pattern}/`]),
  ];
  return limits.length === 0 ? '' : ` (${limits.join(', ')})`;
}
