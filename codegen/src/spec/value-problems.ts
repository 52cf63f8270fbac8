import type { Constraints, PropertySpec, ValueType } from '@sigil/spec';
import { brief } from './brief.js';
import { isRecord } from './is-record.js';

/**
 * Why a value does not fit a property: one sentence for each reason, none when it fits. Says what the generated zod
 * schema says, without it.
 *
 * @param path of the value, for the sentences: `items[2].sku`
 * @example
 * ```ts
 * valueProblems({ name: 'team', type: { kind: 'enum', values: ['a', 'b'] } }, 'c', 'team');
 * // -> ["team is \"c\", wanted one of: a, b"]
 * ```
 */
export function valueProblems(property: PropertySpec, value: unknown, path: string): readonly string[] {
  return typeProblems(property.type, property.constraints ?? {}, value, path);
}

function typeProblems(type: ValueType, limits: Constraints, value: unknown, path: string): readonly string[] {
  const wrong = (wanted: string): readonly string[] => [`${path} is ${brief(value)}, wanted ${wanted}`];
  switch (type.kind) {
    case 'string':
      if (typeof value !== 'string') return wrong('text');
      if (limits.minLength !== undefined && value.length < limits.minLength)
        return wrong(`at least ${limits.minLength} characters`);
      if (limits.maxLength !== undefined && value.length > limits.maxLength)
        return wrong(`at most ${limits.maxLength} characters`);
      return limits.pattern === undefined || new RegExp(limits.pattern).test(value)
        ? []
        : wrong(`a match of ${limits.pattern}`);
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return wrong('a number');
      if (type.integer === true && !Number.isSafeInteger(value)) return wrong('a whole number');
      if (limits.minimum !== undefined && value < limits.minimum) return wrong(`at least ${limits.minimum}`);
      return limits.maximum !== undefined && value > limits.maximum ? wrong(`at most ${limits.maximum}`) : [];
    case 'boolean':
      return typeof value === 'boolean' ? [] : wrong('true or false');
    case 'enum':
      return type.values.some((allowed) => allowed === value)
        ? []
        : wrong(`one of: ${type.values.join(', ')}`);
    case 'nullable':
      return value === null ? [] : typeProblems(type.inner, limits, value, path);
    case 'array':
      if (!Array.isArray(value)) return wrong('a list');
      return value.flatMap((item, index) => typeProblems(type.items, {}, item, `${path}[${index}]`));
    case 'object':
      return isRecord(value) ? objectProblems(type.properties, value, path) : wrong('an object');
  }
}

function objectProblems(
  properties: readonly PropertySpec[],
  value: Readonly<Record<string, unknown>>,
  path: string,
): readonly string[] {
  const known = new Set(properties.map((property) => property.name));
  const unknown = Object.keys(value).filter((name) => !known.has(name));
  return [
    ...unknown.map((name) => `${path}.${name} is not a property, wanted only: ${[...known].join(', ')}`),
    ...properties.flatMap((property) => {
      const at = `${path}.${property.name}`;
      const member = Object.hasOwn(value, property.name) ? value[property.name] : undefined;
      if (member !== undefined) return valueProblems(property, member, at);
      return property.optional === true ? [] : [`${at} is missing`];
    }),
  ];
}
