import type { RowProblem } from '@sigil/spec';
import type { DatasetRow } from './dataset.js';

/** Reads one JSON object a line; blank lines are skipped. Lines that are not objects become problems. */
export async function readJsonl(
  file: string,
  text: AsyncIterable<string>,
  problems: RowProblem[],
): Promise<DatasetRow[]> {
  const rows: DatasetRow[] = [];
  let line = 0;
  for await (const content of lines(text)) {
    line += 1;
    if (content.trim() === '') continue;
    const read = readLine(content);
    if ('values' in read) rows.push({ line, values: read.values });
    else problems.push({ file, line, message: read.problem });
  }
  return rows;
}

// Only a line feed ends a line: U+2028 is plain text inside a JSON string, and a carriage return is blank to JSON.
async function* lines(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of text) {
    const parts = (rest + piece).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
  }
  yield rest;
}

function readLine(content: string): { values: Record<string, unknown> } | { problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (error) {
    return { problem: `invalid JSON (${error instanceof Error ? error.message : String(error)})` };
  }
  if (isRecord(value)) return { values: value };
  return {
    problem: `got ${Array.isArray(value) ? 'an array' : JSON.stringify(value).slice(0, 40)}, expected a JSON object`,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
