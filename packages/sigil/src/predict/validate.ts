import { wirePlace } from '@sigil/schema';
import type { FieldSpec, SchemaIssue, StandardSchema, ValueIssue } from '@sigil/spec';

/** The valid value, or one sentence for each problem, and the same with its place. */
export type Validated =
  | { readonly values: Readonly<Record<string, unknown>> }
  | { readonly problems: readonly string[]; readonly issues: readonly ValueIssue[] };

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
  if (result.issues !== undefined) {
    const found = result.issues.map((issue) => placed(issue, values, fields));
    return { problems: found.map(({ problem }) => problem), issues: found.map(({ issue }) => issue) };
  }
  if (isRecord(result.value)) return { values: result.value };
  const message = 'the schema gave no object';
  return { problems: [message], issues: [{ path: [], message }] };
}

function placed(
  { path = [], message }: SchemaIssue,
  values: unknown,
  fields: readonly FieldSpec[],
): { readonly problem: string; readonly issue: ValueIssue } {
  const [name, ...rest] = path.map((segment) => (typeof segment === 'object' ? segment.key : segment));
  const words = message.charAt(0).toLowerCase() + message.slice(1);
  if (name === undefined) return { problem: words, issue: { path: [], message: words } };
  const field = fields.find((one) => one.name === name || one.alias === name);
  if (field === undefined) {
    return { problem: `field '${String(name)}': ${words}`, issue: { path: [String(name)], message: words } };
  }
  const held = isRecord(values) ? values[String(name)] : undefined;
  const { label, keys, isKey } = wirePlace(field.type, held, rest);
  return {
    problem: `field '${field.name}${label}': ${words}`,
    issue: { path: [field.name, ...keys], message: isKey === true ? `the key ${words}` : words },
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
