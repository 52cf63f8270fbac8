import { fieldsToJson, fieldsToWire, fromJson } from '@sigil/schema';
import {
  UsageError,
  type Example,
  type FieldSpec,
  type JsonValue,
  type SchemaIssue,
  type SignatureSpec,
  type StandardSchema,
} from '@sigil/spec';
import { coerceCell } from './coerce-cell.js';
import { describeIssue } from './describe-issue.js';
import { describeType } from './describe-type.js';

/** What a row is checked against. */
export interface RowRules {
  readonly spec: SignatureSpec;
  readonly schemas: { readonly input: StandardSchema; readonly output: StandardSchema };
  /** True where values are cells of a table, all text. */
  readonly cells: boolean;
  /** Outputs that a row must tell. */
  readonly required: readonly string[];
  /** A row must tell one of its outputs, whichever. */
  readonly someOutput: boolean;
}

interface Problem {
  /** Absent where it is about the row as a whole. */
  readonly field?: string;
  readonly message: string;
}

/** The row as an example, and everything that is wrong with it. */
export function checkRow(
  values: Readonly<Record<string, unknown>>,
  rules: RowRules,
): { readonly example: Example; readonly problems: readonly Problem[] } {
  const { spec, schemas } = rules;
  const known = new Map(spec.fields.map((field) => [field.name, field]));
  const problems: Problem[] = [];
  const entries: [string, unknown][] = [];
  for (const [name, given] of Object.entries(values)) {
    const field = known.get(name);
    const value = field === undefined ? given : readValue(given, field, rules.cells);
    if (field === undefined) {
      problems.push({
        field: name,
        message: `unknown field, expected one of: ${[...known.keys()].join(', ')}`,
      });
    } else if (value !== undefined) entries.push([name, value]);
  }
  const json = fieldsToJson(spec.fields, Object.fromEntries(entries));
  problems.push(...missing(spec, json, rules.required));
  if (rules.someOutput) problems.push(...withoutOutput(spec, json));
  problems.push(...broken(spec, 'in', schemas.input, json), ...broken(spec, 'out', schemas.output, json));
  return { example: problems.length === 0 ? asProgramValues(spec, json) : {}, problems };
}

/** Dates, sets, maps and the rest as a program has them, so that a metric compares like with like. */
function asProgramValues(spec: SignatureSpec, json: Readonly<Record<string, JsonValue>>): Example {
  const types = new Map(spec.fields.map(({ name, type }) => [name, type]));
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

function missing(spec: SignatureSpec, example: Example, required: readonly string[]): Problem[] {
  return spec.fields
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

function withoutOutput(spec: SignatureSpec, example: Example): Problem[] {
  const outputs = spec.fields.filter(({ direction }) => direction === 'out').map(({ name }) => name);
  if (outputs.some((name) => example[name] !== undefined)) return [];
  const message = `it tells none of the outputs (${outputs.join(', ')}), so there is nothing to compare with`;
  return [{ message }];
}

/** What the schema of one direction says of the fields that the row has. */
function broken(
  spec: SignatureSpec,
  direction: 'in' | 'out',
  schema: StandardSchema,
  example: Example,
): Problem[] {
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
