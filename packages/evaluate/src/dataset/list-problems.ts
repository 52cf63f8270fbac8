import type { RowProblem } from '@sigil/spec';

const most = 20;

/** How many problems there are, a closing word, and the first 20 of them, one a line: `data/t.jsonl:3: field 'x': ...`. */
export function listProblems(problems: readonly RowProblem[], closing: string): string {
  const lines = problems.slice(0, most).map(({ file, line, field, message }) => {
    return `  ${file}:${line}: ${field === undefined ? '' : `field '${field}': `}${message}`;
  });
  const more = problems.length > most ? [`  and ${problems.length - most} more`] : [];
  return [
    `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}. ${closing}`,
    ...lines,
    ...more,
  ].join('\n');
}
