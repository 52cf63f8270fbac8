import { fieldsToWire } from '@sigil/schema';
import {
  UsageError,
  type Example,
  type SchemaIssue,
  type SignatureSpec,
  type StandardSchema,
} from '@sigil/spec';
import { describeIssue } from './describe-issue.js';
import type { RowIssue } from './row-issue.js';

/** What the schema of one direction says of the fields that the row has. */
export function schemaProblems(
  spec: SignatureSpec,
  direction: 'in' | 'out',
  schema: StandardSchema,
  example: Example,
): RowIssue[] {
  const fields = spec.fields.filter(
    (field) => field.direction === direction && example[field.name] !== undefined,
  );
  const given = Object.fromEntries(fields.map(({ name }) => [name, example[name]]));
  // The schema of outputs reads what a model writes.
  const values = direction === 'out' ? fieldsToWire(fields, given) : given;
  const checked = schema['~standard'].validate(values);
  if (checked instanceof Promise) {
    throw new UsageError(
      `Cannot check rows of ${spec.id}: its schema is asynchronous, expected one that answers at once.`,
    );
  }
  const issues: readonly SchemaIssue[] = checked.issues ?? [];
  return fields.flatMap((field) => {
    return issues
      .map((issue) => describeIssue(issue, field, values[field.name] ?? values[field.alias ?? field.name]))
      .filter((message) => message !== undefined)
      .map((message) => ({ field: field.name, message }));
  });
}
