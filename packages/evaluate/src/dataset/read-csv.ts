import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DatasetError, type RowProblem } from '@sigil/spec';
import { CsvError, parse } from 'csv-parse';
import type { DatasetRow } from './dataset.js';

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Reads a table with a header row (RFC 4180; blank lines are skipped). Rows of another width become problems. */
export async function readCsv(
  file: string,
  text: AsyncIterable<string>,
  problems: RowProblem[],
): Promise<DatasetRow[]> {
  const [first, ...rest] = await readLines(file, text);
  const header = first?.cells.map((name) => name.trim()) ?? [];
  checkHeader(file, header);
  const rows: DatasetRow[] = [];
  for (const { line, cells } of rest) {
    if (cells.length === header.length) {
      rows.push({ line, values: Object.fromEntries(header.map((name, at) => [name, cells[at]])) });
    } else {
      const found = `got ${cells.length} cells, expected ${header.length} as in the header`;
      problems.push({ file, line, message: `${found}. Put cells that hold a comma in double quotes` });
    }
  }
  return rows;
}

/** What csv-parse gives for the option `raw`. */
interface RawRecord {
  readonly record: readonly string[];
  readonly raw: string;
}

async function readLines(file: string, text: AsyncIterable<string>): Promise<Line[]> {
  const found: Line[] = [];
  // The line numbers of csv-parse are wrong where a quoted cell holds CRLF: they are counted here.
  let read = 0;
  const firstLine = (raw: string): number => read + countLineEnds(/^[\r\n]*/u.exec(raw)?.[0] ?? '') + 1;
  // Taken from the parser itself: an error would throw away the rows that wait in its stream, and their lines.
  const take = (given: RawRecord | readonly string[]): null => {
    // Always so; the types of csv-parse do not know what `raw` gives.
    if ('raw' in given) {
      found.push({ line: firstLine(given.raw), cells: given.record });
      read += countLineEnds(given.raw);
    }
    return null;
  };
  const parser = parse({
    skip_empty_lines: true,
    relax_column_count: true,
    raw: true,
    on_record: take,
  });
  try {
    await pipeline(Readable.from(text), parser.resume());
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const message = sentences[error.code] ?? error.message;
    const raw: unknown = error['raw'];
    const line = firstLine(typeof raw === 'string' ? raw : '');
    throw new DatasetError(`Cannot read ${file}:${line}: the row is no CSV: ${message}.`, [
      { file, line, message },
    ]);
  }
  return found;
}

const sentences: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a double quote is opened and never closed',
  INVALID_OPENING_QUOTE:
    'a double quote stands inside a cell that is not quoted. Quote the cell and double the quote',
  CSV_INVALID_CLOSING_QUOTE: 'text follows a closing double quote. Double the quotes inside a cell',
};

function countLineEnds(text: string): number {
  return text.match(/\r\n|\r|\n/gu)?.length ?? 0;
}

function checkHeader(file: string, header: readonly string[]): void {
  const twice = header.find((name, at) => header.indexOf(name) !== at);
  if (header.includes(''))
    throw new DatasetError(`Cannot read ${file}: a column has no name. Name it in the first row.`);
  if (twice !== undefined)
    throw new DatasetError(`Cannot read ${file}: two columns are named '${twice}'. Rename one.`);
}
