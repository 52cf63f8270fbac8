import { acceptTuned } from '@sigil/codegen';
import { compileProject } from '../project/compile-project.js';
import { requireCompiled } from '../project/check-target.js';
import { matchTarget } from '../project/match-target.js';
import { openProject } from '../project/open-project.js';
import { tunedEdit } from '../store/edit-tuned.js';
import { tunedStateOf } from '../store/tuned-state-of.js';
import { makeEdits } from './make-edits.js';
import type { Shell } from '../terminal/shell.js';

/** What `sigil accept` was told. */
export interface AcceptOptions {
  readonly json?: true;
}

/** Runs `sigil accept`. */
export async function runAccept(shell: Shell, target: string, options: AcceptOptions): Promise<number> {
  const project = await openProject(shell.cwd);
  const planned = await compileProject(project);
  requireCompiled(planned);
  const signatures = new Map(planned.signatures.map((spec) => [spec.id, spec]));
  // A program has no spec among the signatures, but a warning where there is something to accept.
  const known = [...signatures.keys(), ...planned.warnings.map(({ signature }) => signature)];
  const id = matchTarget(target, [...new Set(known)], project.root, shell.cwd);
  const before = await tunedStateOf(project.root, id);
  const edit = tunedEdit(before, acceptTuned(before.file, before.tuned, signatures));
  return makeEdits(shell, project, [edit], {
    ids: [id],
    nothing: `Nothing to accept: ${before.file} was tuned for '${id}' as it is.`,
    json: options.json === true,
  });
}
