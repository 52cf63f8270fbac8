import { wirePlace, type ValueFault } from '@sigil/schema';
import type { FieldSpec, SchemaIssue } from '@sigil/spec';
import { describeType } from './describe-type.js';

/**
 * A schema's issue as found and wanted: `got "high", expected number from 0 to 1`; deeper ones with their place:
 * `[2].price: got ...`.
 *
 * @param value what the schema was given for the field
 * @returns `undefined` when the issue is not about this field
 */
export function describeIssue(issue: SchemaIssue, field: FieldSpec, value: unknown): string | undefined {
  const [first, ...rest] = (issue.path ?? []).map((part) => (typeof part === 'object' ? part.key : part));
  if (first !== field.name && first !== field.alias) return undefined;
  const { label, found, type } = wirePlace(field.type, value, rest);
  return rowMessage(label, found, type === undefined ? issue.message : `expected ${describeType(type)}`);
}

/** A fault of a value in the same words. */
export function describeFault({ path, found, type, wanted }: ValueFault): string {
  return rowMessage(path, found, `expected ${type === undefined ? wanted : describeType(type)}`);
}

/** @param label of the place inside the value, as a path that begins there: `[2].price`, `.price` */
function rowMessage(label: string, found: unknown, expected: string): string {
  const place = label.replace(/^[. ]/u, '');
  return `${place === '' ? '' : `${place}: `}got ${preview(found)}, ${expected}`;
}

function preview(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
