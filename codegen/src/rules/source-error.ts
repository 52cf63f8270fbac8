import { SigilError } from '@sigil/spec';
import type { Diagnostic } from './diagnostic.js';

/** A text of TypeScript declares something that cannot be compiled, or not what was asked for. */
export class SourceError extends SigilError {
  static override readonly kind: string = 'SourceError';
  /** All that was found, in the order of the text. */
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    const lines = diagnostics.map(({ line, column, message, path, hint }) => {
      const at = line === undefined ? '' : `${line}:${column ?? 1} `;
      const way = path === undefined ? '' : ` Path: ${path.join(' → ')}.`;
      return `${at}${message}${way}${hint === undefined ? '' : ` Hint: ${hint}.`}`;
    });
    super('SIGIL2000', lines.join('\n'));
    this.diagnostics = diagnostics;
  }
}
