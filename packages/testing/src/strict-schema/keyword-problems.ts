import { isSchema, target, type Schema } from './schema.js';

/** Keywords that every schema may have. */
const ANYWHERE = [
  'type',
  'description',
  'title',
  'enum',
  'const',
  'anyOf',
  '$ref',
  '$defs',
  '$schema',
  '$id',
];

/** Further ones, by the type that they belong to. */
const OF_TYPE: Readonly<Record<string, readonly string[]>> = {
  string: ['pattern', 'format'],
  number: ['multipleOf', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  integer: ['multipleOf', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  boolean: [],
  null: [],
  array: ['items', 'minItems', 'maxItems'],
  object: ['properties', 'required', 'additionalProperties'],
};

const FORMATS = ['date-time', 'time', 'date', 'duration', 'email', 'hostname', 'ipv4', 'ipv6', 'uuid'];

/** What is wrong with one schema, apart from those in it. */
export function keywordProblems(schema: Schema, root: Schema): readonly string[] {
  const types = typesOf(schema);
  const allowed = new Set([...ANYWHERE, ...types.flatMap((type) => OF_TYPE[type] ?? [])]);
  return [
    ...types.filter((type) => !(type in OF_TYPE)).map((type) => `'${type}' is no type`),
    ...(types.length === 0 && !['anyOf', '$ref', 'enum', 'const'].some((one) => one in schema)
      ? ["has no 'type'"]
      : []),
    ...Object.keys(schema)
      .filter((keyword) => !allowed.has(keyword))
      .map((keyword) => `'${keyword}' is not allowed here`),
    ...(types.includes('object') ? objectProblems(schema) : []),
    ...(types.includes('array') && !isSchema(schema['items']) ? ["an array has no 'items'"] : []),
    ...(schema['format'] !== undefined && !FORMATS.some((one) => one === schema['format'])
      ? [`the format ${JSON.stringify(schema['format'])} is not known`]
      : []),
    ...('$ref' in schema && target(schema['$ref'], root) === undefined
      ? [`'$ref' leads to '${String(schema['$ref'])}', wanted # or an entry of #/$defs`]
      : []),
  ];
}

/** The types that a schema names: one, or a list of them. */
export function typesOf(schema: Schema): readonly string[] {
  const { type } = schema;
  const list: readonly unknown[] = Array.isArray(type) ? type : [type];
  return list.filter((one) => typeof one === 'string');
}

function objectProblems(schema: Schema): readonly string[] {
  const properties = isSchema(schema['properties']) ? Object.keys(schema['properties']) : [];
  const listed: unknown = schema['required'];
  const required: readonly unknown[] = Array.isArray(listed) ? listed : [];
  return [
    ...('properties' in schema ? [] : ["an object has no 'properties'"]),
    ...properties
      .filter((name) => !required.includes(name))
      .map((name) => `the property '${name}' is not in 'required'`),
    ...required
      .filter((name) => !properties.some((one) => one === name))
      .map((name) => `'required' names '${String(name)}', which is no property`),
    ...(schema['additionalProperties'] === false ? [] : ["an object has no 'additionalProperties: false'"]),
  ];
}
