import { readFileSync } from 'node:fs';
import { bootstrapInterval, pairedPermutationTest } from '@sigil/evaluate';
import color from 'picocolors';
import { line } from './page.js';

interface Row {
  readonly row: number;
  readonly outcome: string;
  readonly score: number;
  readonly example: { readonly review: string; readonly sentiment: string };
  readonly prediction?: { readonly sentiment: string };
}

/** Prints scores, parse rates, the paired test and three rows that flipped. */
export function showComparison(beforeFile: string, afterFile: string): void {
  const before = readRows(beforeFile);
  const after = readRows(afterFile);
  line(scoreLine('baseline', before));
  line(scoreLine('optimized', after));
  const { difference, p } = pairedPermutationTest(scores(after), scores(before));
  line(
    `\nPaired difference ${points(difference)} points over ${after.length} rows; ` +
      `by chance alone this large or larger: ${p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(3)}`}.`,
  );
  line('\nThree rows that flipped:');
  const flipped = after.filter((row, index) => row.score > (before[index]?.score ?? 0)).slice(0, 3);
  for (const row of flipped) {
    const was = before.find((one) => one.row === row.row);
    line(`  ${color.dim(`row ${row.row}`)}  "${row.example.review}"`);
    line(`           ${said(was)} before, ${said(row)} now`);
  }
}

function readRows(file: string): readonly Row[] {
  return readFileSync(file, 'utf8').trimEnd().split('\n').map(readRow);
}

function readRow(text: string): Row {
  const row: unknown = JSON.parse(text);
  if (!isRow(row)) throw new Error(`Cannot read a result row: got ${text}`);
  return row;
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && 'score' in value && 'example' in value;
}

function scores(rows: readonly Row[]): number[] {
  return rows.map((row) => row.score);
}

function scoreLine(name: string, rows: readonly Row[]): string {
  const values = scores(rows);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const { low, high } = bootstrapInterval(values);
  const parsed = rows.filter((row) => row.outcome === 'scored').length;
  return (
    `  ${name.padEnd(10)} ${color.bold(`${points(mean)} %`)}  (95 %: ${points(low)} to ${points(high)})` +
    `   parsed ${parsed}/${rows.length}`
  );
}

function points(share: number): string {
  return (share * 100).toFixed(1);
}

function said(row: Row | undefined): string {
  return row?.prediction?.sentiment ?? 'no answer that could be read';
}
