import { DatasetError, type Example } from '@sigil/spec';
import { badRows, findProblems, type CheckRowsOptions } from './check-rows.js';
import { readLines } from './read-dataset.js';
import { rowRules, type RowTarget } from './row-rules.js';

/** Which rows of a file are wanted, and what they must tell. */
export interface LoadRowsOptions extends CheckRowsOptions {
  /** Only the first so many. */
  readonly limit?: number | undefined;
}

/**
 * Reads a dataset and checks it against a signature or a program in one go, so that lines that are no rows do not hide
 * rows that do not fit.
 *
 * @throws DatasetError when the file cannot be read or has no rows; or with every problem of its rows, in the order of
 *   the file
 * @throws UsageError as `checkRows`
 */
export async function loadRows(
  file: string,
  target: RowTarget,
  { limit = Infinity, ...options }: LoadRowsOptions = {},
): Promise<readonly Example[]> {
  const rules = rowRules(target);
  const { dataset, problems: unread } = await readLines(file);
  const lines = [...dataset.rows, ...unread].map(({ line }) => line).toSorted((a, b) => a - b);
  if (lines.length === 0)
    throw new DatasetError(`Cannot use ${file}: it has no rows, expected at least one.`);
  const last = lines[limit - 1] ?? Infinity;
  const rows = dataset.rows.filter(({ line }) => line <= last);
  const { examples, problems } = findProblems({ ...dataset, rows }, rules, options);
  const all = [...unread.filter(({ line }) => line <= last), ...problems];
  if (all.length > 0)
    throw badRows(
      file,
      rules.id,
      all.toSorted((a, b) => a.line - b.line),
    );
  return examples;
}
