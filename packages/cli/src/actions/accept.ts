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
  const known = [...signatures.keys(), ...planned.programs.map(({ id }) => id)];
  const id = matchTarget(target, known, project.root, shell.cwd);
  const before = await tunedStateOf(project.root, id);
  const program = planned.programs.find((one) => one.id === id);
  const edit = tunedEdit(
    before,
    acceptTuned(before.file, before.tuned, signatures, program, planned.innerStates.get(id)),
  );
  return makeEdits(shell, project, [edit], {
    ids: [id],
    nothing: `Nothing to accept: ${before.file} was tuned for '${id}' as it is.`,
    json: options.json === true,
  });
}
