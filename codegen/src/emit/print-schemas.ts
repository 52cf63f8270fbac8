import type { Constraints, FieldSpec, PropertySpec, SignatureSpec, ValueType } from '@sigil/spec';
import { bracketed, stacked } from './layout.js';
import { numberLiteral, patternLiteral, propertyName, stringLiteral } from './literal.js';
import { printValue } from './print-value.js';

/** The zod schemas of a signature: what a caller gives, and what a reply is checked against. */
export function printSchemas(name: string, spec: SignatureSpec): readonly string[] {
  const schema = (direction: FieldSpec['direction']): string =>
    objectSchema(
      spec.fields.filter((field) => field.direction === direction),
      direction,
      0,
    );
  return [`export const ${name}Input = ${schema('in')};`, `export const ${name}Output = ${schema('out')};`];
}

function objectSchema(
  properties: readonly PropertySpec[],
  direction: FieldSpec['direction'],
  level: number,
): string {
  const members = properties.map(
    (property) => `${propertyName(property.name)}: ${propertySchema(property, direction, level + 1)}`,
  );
  return `z.strictObject(${stacked(['{', '}'], members, level)})`;
}

function propertySchema(property: PropertySpec, direction: FieldSpec['direction'], level: number): string {
  const { type, constraints = {}, optional } = property;
  const isNullable = type.kind === 'nullable';
  const schema = typeSchema(type, constraints, direction, level);
  if (property.default !== undefined) {
    const value = printValue(property.default, level, 60);
    return direction === 'in' || isNullable
      ? `${schema}.default(${value})`
      : `${schema}.nullish().transform((value) => value ?? ${value})`;
  }
  if (optional !== true) return schema;
  // A model that has nothing to say writes null where a caller leaves the property out.
  if (direction === 'out' && !isNullable)
    return `${schema}.nullish().transform((value) => value ?? undefined)`;
  return `${schema}.optional()`;
}

function typeSchema(
  type: ValueType,
  limits: Constraints,
  direction: FieldSpec['direction'],
  level: number,
): string {
  switch (type.kind) {
    case 'string':
      return `z.string()${stringLimits(limits)}`;
    case 'number':
      return `${type.integer === true ? 'z.int()' : 'z.number()'}${numberLimits(limits)}`;
    case 'boolean':
      return 'z.boolean()';
    case 'enum':
      return choice(type.values, level);
    case 'nullable':
      return `${typeSchema(type.inner, limits, direction, level)}.nullable()`;
    case 'array':
      return `z.array(${typeSchema(type.items, {}, direction, level)})`;
    case 'object':
      return objectSchema(type.properties, direction, level);
  }
}

function choice(values: readonly (string | number)[], level: number): string {
  const isText = values.every((value) => typeof value === 'string');
  const items = values.map((value) =>
    typeof value === 'string' ? stringLiteral(value) : numberLiteral(value),
  );
  // 40 columns for the name that stands before.
  return `z.${isText ? 'enum' : 'literal'}(${bracketed(['[', ']'], items, level, 2 * level + 40)})`;
}

function numberLimits({ minimum, maximum }: Constraints): string {
  const limit = (method: string, bound: number | undefined, words: string): string =>
    bound === undefined
      ? ''
      : `.${method}(${numberLiteral(bound)}, ${stringLiteral(`must be ${words} ${bound}`)})`;
  return `${limit('min', minimum, 'at least')}${limit('max', maximum, 'at most')}`;
}

function stringLimits({ minLength, maxLength, pattern }: Constraints): string {
  const limit = (method: string, bound: number | undefined, words: string): string =>
    bound === undefined
      ? ''
      : `.${method}(${bound}, ${stringLiteral(`must have ${words} ${bound} character${bound === 1 ? '' : 's'}`)})`;
  const matching =
    pattern === undefined
      ? ''
      : `.regex(${patternLiteral(pattern)}, ${stringLiteral(`must match ${pattern}`)})`;
  return `${limit('min', minLength, 'at least')}${limit('max', maxLength, 'at most')}${matching}`;
}
