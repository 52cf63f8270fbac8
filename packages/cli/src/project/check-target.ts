import type { Diagnostic, Plan } from '@sigil/codegen';
import { formatDiagnostics } from '@sigil/codegen';
import { MissingArtifactError, StaleArtifactError, UsageError } from '@sigil/spec';
import { compileProject } from './compile-project.js';
import { generatedPath } from '@sigil/codegen/unchanged';
import { matchTarget } from './match-target.js';
import type { Project } from './open-project.js';

/**
 * Compiles the project in memory, finds the class that a user means, and makes sure that its artifact is fresh.
 *
 * @param warn told what is known of its tuned state
 * @returns its id
 * @throws UsageError, MissingArtifactError, StaleArtifactError
 */
export async function checkTarget(
  project: Project,
  target: string,
  cwd: string,
  warn: (text: string) => void,
): Promise<string> {
  const planned = await compileProject(project);
  const id = matchOrDiagnose(target, planned, cwd);
  for (const each of [id, ...signaturesOf(planned, id)]) requireFresh(planned, each);
  for (const { signature, message, details } of planned.warnings) {
    if (signature === id) warn([message, ...details].join('; '));
  }
  return id;
}

/**
 * Makes sure that a project compiles: what is to be changed in its tuned files could not be compiled otherwise.
 *
 * @throws UsageError with all errors
 */
export function requireCompiled({ diagnostics, root }: Plan): void {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw cannotCompile(root, errors);
}

/** A class with an error is not among the compiled ones: then its diagnostics say more than that it was not found. */
function matchOrDiagnose(
  target: string,
  { signatures, programs, diagnostics, root }: Plan,
  cwd: string,
): string {
  try {
    return matchTarget(
      target,
      [...signatures, ...programs].map((spec) => spec.id),
      root,
      cwd,
    );
  } catch (error) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    throw errors.length > 0 ? cannotCompile(root, errors) : error;
  }
}

/** Ids of the signatures of a program: it would run with their artifacts. None for a signature. */
function signaturesOf({ programs, signatures }: Plan, id: string): readonly string[] {
  const used = programs.find((one) => one.id === id)?.predictors ?? {};
  const ids = new Set(Object.values(used).map(({ signature }) => signature));
  // One of a package was generated there.
  return [...ids].filter((one) => signatures.some((spec) => spec.id === one));
}

function requireFresh({ diagnostics, files, root }: Plan, id: string): void {
  const [source = '', name = ''] = id.split('#');
  // `src/ticket.ts` itself, or the `src/ticket.opt.json` beside it.
  const own = source.replace(/[cm]?tsx?$/, '');
  const errors = diagnostics.filter(({ severity, file }) => severity === 'error' && file.startsWith(own));
  if (errors.length > 0) throw cannotCompile(root, errors);
  const path = generatedPath(source);
  const generated = files.find((file) => file.path === path);
  if (generated === undefined || generated.status === 'missing') throw new MissingArtifactError(name, path);
  if (generated.status === 'stale') throw new StaleArtifactError(id, generated.changes);
}

function cannotCompile(root: string, errors: readonly Diagnostic[]): UsageError {
  const what = errors.length === 1 ? 'there is an error' : `there are ${errors.length} errors`;
  const text = formatDiagnostics(errors, { color: false, root }).trimEnd();
  return new UsageError(`Cannot compile: ${what}. Correct it, then run 'sigil generate'.\n\n${text}`);
}
