import { codeFrameColumns } from '@babel/code-frame';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Diagnostic } from './diagnostic.js';

/** How diagnostics are printed. */
export interface FormatOptions {
  readonly color: boolean;
  /** Absolute project root, where the sources of the code frames are read. */
  readonly root: string;
}

/**
 * Diagnostics as text for a terminal, each with the way into the type, a hint and the lines of the source.
 *
 * @example
 * ```text
 * src/ticket.ts:5:27 - error SIGIL2101: Cannot compile field 'Ticket.due': its type is 'Date'.
 *   hint: write 'string' and name the format in the comment (ISO 8601)
 *
 *   4 |   /** When it is due. *\/
 * > 5 |   @OutputField() due!: Date;
 *     |                        ^^^^
 * ```
 */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], options: FormatOptions): string {
  return diagnostics.map((diagnostic) => format(diagnostic, options)).join('\n');
}

function format(diagnostic: Diagnostic, options: FormatOptions): string {
  const paint = painter(options.color);
  const { file, line, column, severity, code } = diagnostic;
  const at = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  const color = severity === 'error' ? 'red' : 'yellow';
  const lines = [
    `${paint('cyan', at)} - ${paint(color, severity)} ${paint('gray', code)}: ${diagnostic.message}`,
  ];
  if (diagnostic.path !== undefined) lines.push(`  path: ${diagnostic.path.join(' → ')}`);
  if (diagnostic.hint !== undefined) lines.push(`  hint: ${diagnostic.hint}`);
  for (const related of diagnostic.related ?? []) {
    lines.push(
      `  ${paint('cyan', `${related.file}:${related.line}:${related.column}`)} - ${related.message}`,
    );
  }
  const frame = frameOf(diagnostic, options);
  return `${[...lines, ...(frame === undefined ? [] : ['', frame])].join('\n')}\n`;
}

function frameOf(diagnostic: Diagnostic, { root, color }: FormatOptions): string | undefined {
  const { file, line, column = 1, endLine, endColumn } = diagnostic;
  const source = line === undefined ? undefined : readSource(resolve(root, file));
  if (line === undefined || source === undefined) return undefined;
  const end = endLine === undefined ? undefined : { line: endLine, column: endColumn ?? 1 };
  const location = { start: { line, column }, ...(end === undefined ? {} : { end }) };
  return codeFrameColumns(source, location, {
    highlightCode: color,
    forceColor: color,
    linesAbove: 1,
    linesBelow: 1,
  });
}

/** The text of a file, or undefined when it is gone since it was checked. */
function readSource(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/u, '');
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

const COLORS = { red: 31, yellow: 33, cyan: 36, gray: 90 } as const;

function painter(color: boolean): (name: keyof typeof COLORS, text: string) => string {
  return (name, text) => (color ? `\u001B[${COLORS[name]}m${text}\u001B[39m` : text);
}
