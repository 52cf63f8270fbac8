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
    const found = result.issues.flatMap(ofVariant).map((issue) => placed(issue, values, fields));
    return { problems: found.map(({ problem }) => problem), issues: found.map(({ issue }) => issue) };
  }
  if (isRecord(result.value)) return { values: result.value };
  const message = 'the schema gave no object';
  return { problems: [message], issues: [{ path: [], message }] };
}

/** The codes of zod for a limit that a value of the right type breaks. */
const LIMITS: ReadonlySet<unknown> = new Set([
  'too_big',
  'too_small',
  'not_multiple_of',
  'invalid_format',
  'custom',
]);

/**
 * Of a union zod says only that no variant takes the value. Where the value has the type of one of them, what that one
 * says is meant.
 */
function ofVariant(issue: SchemaIssue): readonly SchemaIssue[] {
  const variants: unknown = 'errors' in issue ? issue.errors : undefined;
  if (!Array.isArray(variants)) return [issue];
  const [only, second] = variants.filter(isOfLimits);
  if (only === undefined || second !== undefined) return [issue];
  return only.flatMap(ofVariant).map(({ path = [], message }) => ({
    message,
    path: [...(issue.path ?? []), ...path],
  }));
}

function isOfLimits(issues: unknown): issues is readonly SchemaIssue[] {
  return (
    Array.isArray(issues) &&
    issues.every(
      (issue: unknown) =>
        isRecord(issue) &&
        (LIMITS.has(issue['code']) || (Array.isArray(issue['errors']) && issue['errors'].some(isOfLimits))),
    )
  );
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
