import { acceptTuned, migrateCommand, type LostPredictor, type SuspectedRename } from '@sigil/codegen';
import { UsageError } from '@sigil/spec';
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
  /** Fields and predictors that seem to be renamed are others. */
  readonly notRenamed?: true;
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
  const accepted = acceptTuned(before.file, before.tuned, signatures, program, planned.innerStates.get(id));
  if (options.notRenamed !== true) {
    refuseLost(id, before.file, accepted.lost ?? []);
    refuseRenamed(id, accepted.renamed ?? []);
  }
  const edit = tunedEdit(before, accepted);
  return makeEdits(shell, project, [edit], {
    ids: [id],
    nothing: `Nothing to accept: ${before.file} was tuned for '${id}' as it is.`,
    json: options.json === true,
  });
}

/** To accept a predictor that is gone takes out all that was tuned for it. */
function refuseLost(id: string, file: string, lost: readonly LostPredictor[]): void {
  if (lost.length === 0) return;
  const found = lost.map(({ path }) => `predictor '${path}' is gone, or has another signature`);
  const sure = lost.flatMap(({ path, movedTo }) => (movedTo === undefined ? [] : [[path, movedTo] as const]));
  const rest = lost.filter(({ places, movedTo }) => places.length > 0 && movedTo === undefined);
  const meant =
    sure.length === 0 ? [] : [`Did you mean '${migrateCommand(id, sure)}', which keeps its state?`];
  const can = rest.map(
    ({ path, places }) =>
      `'${path}' can be ${places.map((place) => `'${place}'`).join(' or ')} now: '${migrateCommand(id, [[path, places[0] ?? '']])}' keeps its state.`,
  );
  throw new UsageError(
    `Cannot accept '${id}' as it is: ${found.join(', ')}, and its state would be taken out of ${file}. ` +
      `${[...meant, ...can].map((sentence) => `${sentence} `).join('')}To go on without it: 'sigil accept ${id} --not-renamed'.`,
  );
}

/** To accept a rename as it stands would take the values of the field out of every demo. */
function refuseRenamed(id: string, renamed: readonly SuspectedRename[]): void {
  const [first] = renamed;
  if (first === undefined) return;
  const found = renamed.map(
    ({ from, to }) => `field '${from}' was removed and '${to}' of the same type was added`,
  );
  const pairs = renamed
    .filter(({ signature }) => signature === first.signature)
    .map(({ from, to }) => `${from}=${to}`);
  throw new UsageError(
    `Cannot accept '${id}' as it is: ${found.join(', ')}. Did you mean 'sigil migrate ${first.signature} ` +
      `${pairs.join(' ')}', which keeps the values? If they are different fields: 'sigil accept ${id} --not-renamed'.`,
  );
}
