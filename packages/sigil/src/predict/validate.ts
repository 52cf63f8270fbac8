import { wirePlace } from '@sigil/schema';
import type { FieldSpec, SchemaIssue, StandardSchema } from '@sigil/spec';

/** The valid value, or one sentence for each problem. */
export type Validated =
  { readonly values: Readonly<Record<string, unknown>> } | { readonly problems: readonly string[] };

/**
 * Checks values against the schema of an artifact.
 *
 * @param fields whose types say where a problem is, in the terms of JSON as people write it
 */
export async function validate(
  schema: StandardSchema,
  values: unknown,
  fields: readonly FieldSpec[],
): Promise<Validated> {
  const pending = schema['~standard'].validate(values);
  const result = pending instanceof Promise ? await pending : pending;
  if (result.issues !== undefined)
    return { problems: result.issues.map((issue) => sentence(issue, values, fields)) };
  return isRecord(result.value) ? { values: result.value } : { problems: ['the schema gave no object'] };
}

function sentence(
  { path = [], message }: SchemaIssue,
  values: unknown,
  fields: readonly FieldSpec[],
): string {
  const [name, ...rest] = path.map((segment) => (typeof segment === 'object' ? segment.key : segment));
  const words = message.charAt(0).toLowerCase() + message.slice(1);
  if (name === undefined) return words;
  const field = fields.find((one) => one.name === name || one.alias === name);
  if (field === undefined) return `field '${String(name)}': ${words}`;
  const { label } = wirePlace(field.type, isRecord(values) ? values[String(name)] : undefined, rest);
  return `field '${field.name}${label}': ${words}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
