import type { Constraints, ValueType } from '@sigil/spec';

/**
 * A type in words a person can write a value from.
 *
 * @example
 * ```ts
 * describeType({ kind: 'number' }, { minimum: 0, maximum: 1 }); // -> 'number from 0 to 1'
 * ```
 */
export function describeType(type: ValueType, constraints: Constraints = {}): string {
  switch (type.kind) {
    case 'string':
      return `string${stringLimits(constraints)}`;
    case 'number':
      return `${type.integer === true ? 'integer' : 'number'}${numberLimits(constraints)}`;
    case 'boolean':
      return 'boolean';
    case 'enum':
      return `one of: ${type.values.map((value) => JSON.stringify(value)).join(', ')}`;
    case 'array':
      return `array of ${describeType(type.items)}`;
    case 'object':
      return `object with ${type.properties.map(({ name, optional }) => `${name}${optional === true ? '?' : ''}`).join(', ')}`;
    case 'nullable':
      return `${describeType(type.inner, constraints)}, or null`;
  }
}

function numberLimits({ minimum, maximum }: Constraints): string {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return ` of at least ${minimum}`;
  return maximum === undefined ? '' : ` of at most ${maximum}`;
}

function stringLimits({ minLength, maxLength, pattern }: Constraints): string {
  const limits = [
    ...(minLength === undefined ? [] : [`at least ${minLength} characters`]),
    ...(maxLength === undefined ? [] : [`at most ${maxLength} characters`]),
    ...(pattern === undefined ? [] : [`matching /${pattern}/`]),
  ];
  return limits.length === 0 ? '' : ` (${limits.join(', ')})`;
}
