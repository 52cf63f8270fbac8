import type { FieldSpec, SchemaIssue, ValueType } from '@sigil/spec';
import { describeType } from './describe-type.js';

/**
 * A schema's issue as found and wanted: `got "high", expected number from 0 to 1`; deeper ones with their place:
 * `[2].price: got ...`.
 *
 * @returns `undefined` when the issue is not about this field
 */
export function describeIssue(issue: SchemaIssue, field: FieldSpec, value: unknown): string | undefined {
  const [first, ...rest] = (issue.path ?? []).map((part) => (typeof part === 'object' ? part.key : part));
  if (first !== field.name) return undefined;
  let place = '';
  let found = value;
  let wanted: Wanted | undefined = field;
  for (const key of rest) {
    place += typeof key === 'number' ? `[${key}]` : `.${String(key)}`;
    found = typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined;
    wanted = wanted === undefined ? undefined : wantedAt(wanted.type, key);
  }
  const expected = wanted === undefined ? issue.message : `expected ${describeType(wanted.type)}`;
  return `${place === '' ? '' : `${place.replace(/^\./u, '')}: `}got ${preview(found)}, ${expected}`;
}

interface Wanted {
  readonly type: ValueType;
}

function wantedAt(type: ValueType, key: PropertyKey): Wanted | undefined {
  if (type.kind === 'nullable') return wantedAt(type.inner, key);
  if (type.kind === 'array') return { type: type.items };
  return type.kind === 'object' ? type.properties.find(({ name }) => name === key) : undefined;
}

function preview(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
