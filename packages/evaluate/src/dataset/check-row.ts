import { fieldsToJson, fromJson } from '@sigil/schema';
import type { Example, FieldSpec, JsonValue } from '@sigil/spec';
import { coerceCell } from './coerce-cell.js';
import { describeType } from './describe-type.js';
import type { RowIssue } from './row-issue.js';
import type { RowRules } from './row-rules.js';

/** What a row must tell, and how it stands in its file. */
export interface RowDemands {
  /** True where values are cells of a table, all text. */
  readonly cells: boolean;
  /** Outputs that a row must tell. */
  readonly required: readonly string[];
  /** A row must tell one of its outputs, whichever. */
  readonly someOutput: boolean;
}

/** The row as an example, and everything that is wrong with it. */
export function checkRow(
  values: Readonly<Record<string, unknown>>,
  rules: RowRules,
  { cells, required, someOutput }: RowDemands,
): { readonly example: Example; readonly problems: readonly RowIssue[] } {
  const { fields, outputs } = rules;
  const known = new Map(fields.map((field) => [field.name, field]));
  const problems: RowIssue[] = [];
  const entries: [string, unknown][] = [];
  for (const [name, given] of Object.entries(values)) {
    const field = known.get(name);
    const value = field === undefined ? given : readValue(given, field, cells);
    if (field === undefined && outputs !== undefined) {
      problems.push({
        field: name,
        message: `unknown field, expected one of: ${[...known.keys()].join(', ')}`,
      });
    } else if (value !== undefined) entries.push([name, value]);
  }
  const json = fieldsToJson(fields, Object.fromEntries(entries));
  problems.push(...missing(fields, json, required));
  if (someOutput) problems.push(...withoutOutput(rules, json));
  problems.push(...rules.problemsOf(json));
  return { example: problems.length === 0 ? asProgramValues(fields, json) : {}, problems };
}

/** Dates, sets, maps and the rest as a program has them, so that a metric compares like with like. */
function asProgramValues(fields: readonly FieldSpec[], json: Readonly<Record<string, JsonValue>>): Example {
  const types = new Map(fields.map(({ name, type }) => [name, type]));
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [name, fromJson(types.get(name) ?? { kind: 'json' }, value)]),
  );
}

function readValue(given: unknown, field: FieldSpec, cells: boolean): unknown {
  if (cells && typeof given === 'string') return coerceCell(given, field);
  // Null is how JSON tools write an absent input. An expected null says that the output should be absent: it is kept.
  const isAbsent =
    given === null && field.direction === 'in' && field.optional === true && field.type.kind !== 'nullable';
  return isAbsent ? undefined : given;
}

function missing(fields: readonly FieldSpec[], example: Example, required: readonly string[]): RowIssue[] {
  return fields
    .filter(
      (field) => example[field.name] === undefined && field.optional !== true && field.default === undefined,
    )
    .filter((field) => field.direction === 'in' || required.includes(field.name))
    .map((field) => {
      const kind = field.direction === 'in' ? 'input' : 'expected output';
      return {
        field: field.name,
        message: `missing ${kind}, expected ${describeType(field.type)}`,
      };
    });
}

function withoutOutput({ fields, outputs }: RowRules, example: Example): RowIssue[] {
  const inputs = new Set(fields.filter(({ direction }) => direction === 'in').map(({ name }) => name));
  const told = Object.keys(example).filter((name) => example[name] !== undefined);
  if (told.some((name) => outputs?.includes(name) ?? !inputs.has(name))) return [];
  const names = outputs === undefined ? '' : ` (${outputs.join(', ')})`;
  return [{ message: `it tells none of the outputs${names}, so there is nothing to compare with` }];
}
