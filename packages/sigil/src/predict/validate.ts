import type { SchemaIssue, StandardSchema } from '@sigil/spec';

/** The valid value, or one sentence for each problem. */
export type Validated =
  { readonly values: Readonly<Record<string, unknown>> } | { readonly problems: readonly string[] };

/** Checks values against the schema of an artifact. */
export async function validate(schema: StandardSchema, values: unknown): Promise<Validated> {
  const pending = schema['~standard'].validate(values);
  const result = pending instanceof Promise ? await pending : pending;
  if (result.issues !== undefined) return { problems: result.issues.map(sentence) };
  return isRecord(result.value) ? { values: result.value } : { problems: ['the schema gave no object'] };
}

function sentence(issue: SchemaIssue): string {
  const path = (issue.path ?? []).reduce<string>((text, segment) => {
    const key = typeof segment === 'object' ? segment.key : segment;
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
  const message = issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
  return path === '' ? message : `field '${path}': ${message}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
