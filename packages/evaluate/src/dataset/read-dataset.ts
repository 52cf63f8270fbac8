import { extname } from 'node:path';
import { DatasetError, type RowProblem } from '@sigil/spec';
import type { Dataset } from './dataset.js';
import { listProblems } from './list-problems.js';
import { readCsv } from './read-csv.js';
import { readJsonl } from './read-jsonl.js';
import { readText } from './read-text.js';

/**
 * Reads a dataset: `.jsonl` (one JSON object a line) or `.csv` (a header row, then one row each), as UTF-8.
 *
 * @throws DatasetError when the file is missing, cannot be read, has no rows, or has lines that are no rows; the error
 *   lists all of them
 * @example
 * ```ts
 * const dataset = await readDataset('data/tickets.jsonl');
 * const rows = checkRows(dataset, Ticket.artifact, { requireOutputs: 'all' });
 * ```
 */
export async function readDataset(file: string): Promise<Dataset> {
  const { dataset, problems } = await readLines(file);
  if (problems.length > 0) {
    throw new DatasetError(`Cannot read ${file}: ${listProblems(problems, 'Nothing was sent.')}`, problems);
  }
  if (dataset.rows.length === 0)
    throw new DatasetError(`Cannot use ${file}: it has no rows, expected at least one.`);
  return dataset;
}

/** The rows of a file, and its lines that are no rows. @throws DatasetError when the file cannot be read */
export async function readLines(
  file: string,
): Promise<{ readonly dataset: Dataset; readonly problems: readonly RowProblem[] }> {
  const format = formatOf(file);
  const problems: RowProblem[] = [];
  const read = format === 'csv' ? readCsv : readJsonl;
  const rows = await read(file, readText(file), problems);
  return { dataset: { file, format, rows }, problems };
}

function formatOf(file: string): 'jsonl' | 'csv' {
  const extension = extname(file).toLowerCase();
  if (extension === '.jsonl') return 'jsonl';
  if (extension === '.csv') return 'csv';
  throw new DatasetError(`Cannot read ${file}: expected a file that ends in .jsonl or .csv.`);
}
