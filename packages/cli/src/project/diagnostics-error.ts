import { formatDiagnostics, type Diagnostic } from '@sigil/codegen';
import { UsageError } from '@sigil/spec';

/** What keeps a class from being compiled, as one error. */
export function diagnosticsError(root: string, errors: readonly Diagnostic[]): UsageError {
  const what = errors.length === 1 ? 'there is an error' : `there are ${errors.length} errors`;
  const text = formatDiagnostics(errors, { color: false, root }).trimEnd();
  return new UsageError(`Cannot compile: ${what}. Correct it, then run 'sigil generate'.\n\n${text}`);
}
