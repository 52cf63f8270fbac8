import { formatDiagnostics, type Plan } from '@sigil/codegen';
import { UsageError } from '@sigil/spec';

/** Everything that is wrong with the classes of a project, as one error. */
export function diagnosticsError(planned: Plan): UsageError {
  const errors = planned.diagnostics.filter(({ severity }) => severity === 'error');
  const what = errors.length === 1 ? 'a class has an error' : `classes have ${errors.length} errors`;
  const text = formatDiagnostics(errors, { color: false, root: planned.root });
  return new UsageError(
    `Cannot compile the project: ${what}. Correct it, then run 'sigil generate'.\n\n${text}`,
  );
}
