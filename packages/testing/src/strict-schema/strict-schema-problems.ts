import { keywordProblems } from './keyword-problems.js';
import { sizeProblems } from './size-problems.js';
import { variantProblems } from './variant-problems.js';
import { isSchema, type Schema } from './schema.js';
import { walkSchemas } from './walk-schemas.js';

/**
 * Why OpenAI's structured outputs, in strict mode, would refuse a JSON schema: one sentence for each reason, with its
 * place, none when it would be taken. The rules are those of its documentation: the root is an object, every property
 * is required, nothing else is allowed, no keyword stands outside of the subset, and the limits on depth and size.
 *
 * @param schema as it is sent: `response_format.json_schema.schema`, or the parameters of a strict tool
 * @see https://platform.openai.com/docs/guides/structured-outputs#supported-schemas
 * @example
 * ```ts
 * import { strictSchemaProblems } from '@sigil/testing';
 *
 * strictSchemaProblems({
 *   type: 'object',
 *   properties: { team: { type: 'string' } },
 *   required: [],
 *   additionalProperties: false,
 * });
 * // -> ["#: the property 'team' is not in 'required'"]
 * ```
 */
export function strictSchemaProblems(schema: unknown): readonly string[] {
  if (!isSchema(schema)) return ['#: is no object'];
  return [
    ...rootProblems(schema),
    ...walkSchemas(schema).flatMap(({ schema: one, path }) =>
      [...keywordProblems(one, schema), ...variantProblems(one, schema)].map(
        (problem) => `${path}: ${problem}`,
      ),
    ),
    ...sizeProblems(schema).map((problem) => `#: ${problem}`),
  ];
}

function rootProblems(schema: Schema): readonly string[] {
  return [
    ...('anyOf' in schema ? ["#: the root has 'anyOf', wanted an object that holds it"] : []),
    ...('$ref' in schema ? ["#: the root is a '$ref', wanted an object"] : []),
    ...(schema['type'] === 'object' ? [] : ["#: the root is not of the type 'object'"]),
  ];
}
