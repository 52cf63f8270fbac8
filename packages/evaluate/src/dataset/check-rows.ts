import {
  DatasetError,
  UsageError,
  type Artifact,
  type Example,
  type RowProblem,
  type SignatureTypes,
} from '@sigil/spec';
import { checkRow, type RowDemands } from './check-row.js';
import type { Dataset } from './dataset.js';
import { listProblems } from './list-problems.js';
import { keepPlace } from './row-place.js';
import type { FullRowOf, RowOf } from './row-of.js';
import { rowRules, type RowRules, type RowTarget } from './row-rules.js';

/** Which expected outputs every row must tell: those of the metric, `all`, or `some` of them. None unless given. */
export interface CheckRowsOptions {
  readonly requireOutputs?: readonly string[] | 'all' | 'some';
}

/**
 * Checks every row against the signature, or against what a program takes and gives, before anything is sent: unknown
 * fields, missing inputs, wrong types, broken constraints, in inputs and in expected outputs. Cells of a CSV file are
 * read by the types of their fields.
 *
 * @returns the rows in the order of the file
 * @throws DatasetError with every problem, each with file, line and field; the message shows the first 20
 * @throws UsageError when `requireOutputs` names something that is no output, or for a program of which it is not known
 *   what it takes
 * @example
 * ```ts
 * const rows = checkRows(await readDataset('data/tickets.csv'), Ticket.artifact, { requireOutputs: ['team'] });
 * ```
 */
export function checkRows<T extends SignatureTypes>(
  dataset: Dataset,
  artifact: Artifact<T>,
  options: { readonly requireOutputs: 'all' },
): readonly FullRowOf<T>[];
export function checkRows<T extends SignatureTypes>(
  dataset: Dataset,
  artifact: Artifact<T>,
  options?: CheckRowsOptions,
): readonly RowOf<T>[];
export function checkRows(
  dataset: Dataset,
  target: RowTarget,
  options?: CheckRowsOptions,
): readonly Example[];
export function checkRows(
  dataset: Dataset,
  target: RowTarget,
  options: CheckRowsOptions = {},
): readonly Example[] {
  const rules = rowRules(target);
  const { examples, problems } = findProblems(dataset, rules, options);
  if (dataset.rows.length === 0)
    throw new DatasetError(`Cannot use ${dataset.file}: it has no rows, expected at least one.`);
  if (problems.length > 0) throw badRows(dataset.file, rules.id, problems);
  return examples;
}

/** The rows as examples, and everything that is wrong with them. @throws UsageError as {@link checkRows} */
export function findProblems(
  { file, format, rows }: Dataset,
  rules: RowRules,
  options: CheckRowsOptions,
): { readonly examples: readonly Example[]; readonly problems: readonly RowProblem[] } {
  const demands = demandsOf(rules, format === 'csv', options.requireOutputs ?? []);
  const problems: RowProblem[] = [];
  const examples = rows.map(({ line, values }) => {
    const { example, problems: found } = checkRow(values, rules, demands);
    problems.push(...found.map((problem) => ({ file, line, ...problem })));
    keepPlace(example, { file, line });
    return example;
  });
  return { examples, problems };
}

/** @returns the error that lists them */
export function badRows(file: string, id: string, problems: readonly RowProblem[]): DatasetError {
  const listed = listProblems(problems, 'Nothing was sent.');
  return new DatasetError(`Cannot use ${file} with ${id}: ${listed}`, problems);
}

function demandsOf(
  { id, outputs }: RowRules,
  cells: boolean,
  required: readonly string[] | 'all' | 'some',
): RowDemands {
  const named = typeof required === 'string' ? [] : required;
  const wrong = named.find((name) => outputs?.includes(name) === false);
  if (wrong !== undefined) {
    throw new UsageError(
      `Cannot require the output '${wrong}': ${id} has no such output, expected one of: ${outputs?.join(', ')}.`,
    );
  }
  return {
    cells,
    required: required === 'all' ? (outputs ?? []) : named,
    someOutput: required === 'some',
  };
}
