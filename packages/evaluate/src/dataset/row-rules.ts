import { valueFaults } from '@sigil/schema';
import {
  UsageError,
  type Artifact,
  type Example,
  type FieldSpec,
  type Program,
  type ValueType,
} from '@sigil/spec';
import { describeFault } from './describe-issue.js';
import type { RowIssue } from './row-issue.js';
import { schemaProblems } from './schema-problems.js';

/** What rows are checked against: the artifact of a signature, or a program that was compiled. */
export type RowTarget = Artifact | Program;

/** What a row may hold, and what it must. */
export interface RowRules {
  /** Of the signature or the program. */
  readonly id: string;
  readonly fields: readonly FieldSpec[];
  /** Names of what is answered in the end; undefined where nobody knows. Then a row may hold more than the fields. */
  readonly outputs: readonly string[] | undefined;
  /** What is wrong with the values of a row, which stand as JSON. */
  problemsOf(example: Example): readonly RowIssue[];
}

/** @throws UsageError for a program of which it is not known what it takes */
export function rowRules(target: RowTarget): RowRules {
  return isArtifact(target) ? signatureRules(target) : programRules(target);
}

function isArtifact(target: RowTarget): target is Artifact {
  return 'kind' in target && target.kind === 'signature';
}

function signatureRules({ spec, schemas }: Artifact): RowRules {
  const checks = schemas();
  return {
    id: spec.id,
    fields: spec.fields,
    outputs: spec.fields.filter(({ direction }) => direction === 'out').map(({ name }) => name),
    problemsOf: (example) => [
      ...schemaProblems(spec, 'in', checks.input, example),
      ...schemaProblems(spec, 'out', checks.output, example),
    ],
  };
}

/** A row may also tell what predictors on the way answer: demos are made of it. */
function programRules(program: Program): RowRules {
  const compiled = program['~compiled'];
  if (compiled?.inputs === undefined) {
    throw new UsageError(
      `Cannot check rows of ${compiled?.id ?? 'a program'}: what its 'forward' takes is not known. Put @Program() ` +
        `on its class, give the parameter of 'forward' a type with members of data, and run 'sigil generate'.`,
    );
  }
  const { id, inputs, outputs } = compiled;
  const known = new Map([...inputs, ...(outputs ?? [])].map((field) => [field.name, field]));
  const between = typesBetween([...program.namedPredictors().values()].flatMap((one) => one.fields));
  const told = [...between].filter(([name]) => !known.has(name));
  const fields = [
    ...known.values(),
    ...told.map(([name, [type, ...others]]): FieldSpec => {
      return { name, direction: 'out', optional: true, type: others.length === 0 ? type : { kind: 'json' } };
    }),
  ];
  return {
    id,
    fields,
    outputs: outputs?.map(({ name }) => name),
    problemsOf: (example) =>
      fields.flatMap((field) => {
        const value = example[field.name];
        // Null is how a row says that an output is absent.
        if (value === undefined || (value === null && field.optional === true)) return [];
        const types = known.has(field.name) ? [field.type] : (between.get(field.name) ?? []);
        const faults = types.map((type) => valueFaults(type, value));
        // Of several predictors each makes demos of the rows that fit it.
        if (faults.some((found) => found.length === 0)) return [];
        return (faults[0] ?? []).map((fault) => ({ field: field.name, message: describeFault(fault) }));
      }),
  };
}

/** The types of the fields of predictors by name: of those that answer it, else of those that take it. */
function typesBetween(
  fields: readonly FieldSpec[],
): ReadonlyMap<string, readonly [ValueType, ...ValueType[]]> {
  const types = new Map<string, readonly [ValueType, ...ValueType[]]>();
  const answered = new Set(fields.flatMap(({ name, direction }) => (direction === 'out' ? name : [])));
  for (const { name, type, direction } of fields) {
    if (direction === 'in' && answered.has(name)) continue;
    const [first, ...others] = types.get(name) ?? [type];
    const isKnown = [first, ...others].some((one) => JSON.stringify(one) === JSON.stringify(type));
    types.set(name, isKnown ? [first, ...others] : [first, ...others, type]);
  }
  return types;
}
