import { stripVTControlCharacters } from 'node:util';

/** How a column of a table stands. */
export type Alignment = 'left' | 'right';

/**
 * Rows as aligned columns, two blanks apart and two in from the margin, without lines or trailing blanks.
 *
 * @param rows cells by row; a row may be shorter than the others
 * @param alignment by column; `left` where not given
 * @example
 * ```ts
 * table([['score', '81.5 %'], ['parsed', '198/200']]); // -> '  score   81.5 %\n  parsed  198/200\n'
 * ```
 */
export function table(rows: readonly (readonly string[])[], alignment: readonly Alignment[] = []): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, width(cell))));
  }
  return rows
    .map((row) => {
      const cells = row.map((cell, column) => pad(cell, widths[column] ?? 0, alignment[column] ?? 'left'));
      return `  ${cells.join('  ')}`.trimEnd() + '\n';
    })
    .join('');
}

function pad(cell: string, to: number, alignment: Alignment): string {
  const blanks = ' '.repeat(to - width(cell));
  return alignment === 'left' ? cell + blanks : blanks + cell;
}

/** Columns that a text takes, without the escape sequences of colors. */
export function width(text: string): number {
  return Array.from(stripVTControlCharacters(text)).length;
}
