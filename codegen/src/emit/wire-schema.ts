import type { Constraints, JsonObject, JsonValue, PropertySpec, SignatureSpec, ValueType } from '@sigil/spec';

/**
 * The JSON schema of the outputs in the subset that strict structured output takes: an object at the root, every
 * property required, nothing else allowed; what may be left out may be null instead. Limits that the subset does not
 * know stand in the description.
 *
 * It is there for readers and for later adapters: the chat adapter asks for lines of text and sends no schema.
 */
export function wireSchema(spec: SignatureSpec): JsonObject {
  return objectSchema(spec.fields.filter((field) => field.direction === 'out'));
}

function objectSchema(properties: readonly PropertySpec[]): JsonObject {
  return {
    type: 'object',
    properties: Object.fromEntries(properties.map((property) => [property.name, propertySchema(property)])),
    required: properties.map((property) => property.name),
    additionalProperties: false,
  };
}

function propertySchema(property: PropertySpec): JsonObject {
  const { type, constraints = {}, description } = property;
  const mayBeAbsent = property.optional === true || property.default !== undefined;
  const sentences = [
    description,
    ...lengthSentences(constraints),
    property.default === undefined ? undefined : `null stands for ${JSON.stringify(property.default)}.`,
  ].filter((sentence) => sentence !== undefined);
  const schema = typeSchema(type, constraints);
  return {
    ...(sentences.length === 0 ? {} : { description: sentences.join(' ') }),
    ...(mayBeAbsent && type.kind !== 'nullable' ? orNull(schema) : schema),
  };
}

function typeSchema(type: ValueType, limits: Constraints): JsonObject {
  switch (type.kind) {
    case 'string':
      return { type: 'string', ...(limits.pattern === undefined ? {} : { pattern: limits.pattern }) };
    case 'number': {
      const { minimum, maximum } = limits;
      return {
        type: type.integer === true ? 'integer' : 'number',
        ...(minimum === undefined ? {} : { minimum }),
        ...(maximum === undefined ? {} : { maximum }),
      };
    }
    case 'boolean':
      return { type: 'boolean' };
    case 'enum':
      return enumSchema(type.values);
    case 'nullable':
      return orNull(typeSchema(type.inner, limits));
    case 'array':
      return { type: 'array', items: typeSchema(type.items, {}) };
    case 'object':
      return objectSchema(type.properties);
  }
}

function orNull(schema: JsonObject): JsonObject {
  const alternatives: unknown = schema['anyOf'];
  const list: readonly JsonValue[] = Array.isArray(alternatives) ? alternatives : [schema];
  return { anyOf: [...list, { type: 'null' }] };
}

/** Every enum says its type: texts and numbers in one list become two schemas. */
function enumSchema(values: readonly (string | number)[]): JsonObject {
  const texts = values.filter((value) => typeof value === 'string');
  const numbers = values.filter((value) => typeof value === 'number');
  const ofTexts = { type: 'string', enum: texts };
  const ofNumbers = { type: numbers.every(Number.isInteger) ? 'integer' : 'number', enum: numbers };
  if (numbers.length === 0) return ofTexts;
  return texts.length === 0 ? ofNumbers : { anyOf: [ofTexts, ofNumbers] };
}

function lengthSentences({ minLength, maxLength }: Constraints): string[] {
  const characters = (count: number): string => `${count} character${count === 1 ? '' : 's'}`;
  if (minLength !== undefined && maxLength !== undefined)
    return [`${minLength} to ${characters(maxLength)}.`];
  if (minLength !== undefined) return [`At least ${characters(minLength)}.`];
  return maxLength === undefined ? [] : [`At most ${characters(maxLength)}.`];
}
