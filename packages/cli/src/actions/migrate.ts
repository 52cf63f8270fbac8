import path from 'node:path';
import {
  listTunedFiles,
  migratePredictors,
  migrateTuned,
  moveTuned,
  tunedFileNames,
  tunedFilePath,
  type EditedTuned,
  type Plan,
  type Rename,
} from '@sigil/codegen';
import { UsageError, type TunedFile } from '@sigil/spec';
import { compileProject } from '../project/compile-project.js';
import { requireCompiled } from '../project/check-target.js';
import { matchingIds, matchTarget } from '../project/match-target.js';
import { openProject, type Project } from '../project/open-project.js';
import { readTuned, tunedEdit, type TunedEdit } from '../store/edit-tuned.js';
import { findTunedState, optimizeHint } from '../store/tuned-state-of.js';
import type { Shell } from '../terminal/shell.js';
import { chooseMoves, type Move } from '../state/choose-moves.js';
import { makeEdits } from './make-edits.js';

/** What `sigil migrate` was told. */
export interface MigrateOptions {
  /** The class that gets the state; `true` for the one that fits. */
  readonly move?: string | true;
  readonly json?: true;
}

/** Runs `sigil migrate`. */
export async function runMigrate(
  shell: Shell,
  target: string | undefined,
  given: readonly string[],
  options: MigrateOptions,
): Promise<number> {
  const { classes, renames, move } = readArguments(target, given, options.move);
  const project = await openProject(shell.cwd);
  const planned = await compileProject(project);
  requireCompiled(planned);
  const json = options.json === true;
  if (move !== undefined) {
    const moves = chooseMoves(planned, { from: classes, to: move === true ? undefined : move }, shell.cwd);
    const edits = await Promise.all(moves.map((one) => moveEdit(project, planned, one, renames)));
    return makeEdits(shell, project, edits, {
      ids: moves.map(({ to }) => to),
      nothing: 'Nothing to move: every .opt.json of the project belongs to its class.',
      json,
    });
  }
  const id = targetOf(planned, classes ?? '', shell.cwd);
  const edits = renameEdits(project, planned, id, renames);
  return makeEdits(shell, project, edits, { ids: [id], nothing: 'Nothing to rename.', json });
}

/** Sorts out what `--move` swallowed, and what stands where without a class. */
function readArguments(
  target: string | undefined,
  given: readonly string[],
  move: string | true | undefined,
): {
  readonly classes: string | undefined;
  readonly renames: readonly Rename[];
  readonly move: string | true | undefined;
} {
  const words = [target, ...given].filter((word) => word !== undefined);
  const isSwallowed = typeof move === 'string' && isRename(move);
  const pairs = [...words.filter(isRename), ...(isSwallowed ? [move] : [])];
  const [classes, ...others] = words.filter((word) => !isRename(word));
  const renames = pairs.map(readRename);
  if (others.length > 0) {
    throw new UsageError(
      `Cannot read '${others.join(' ')}': expected one class, and fields or predictors as 'old=new'. See: sigil migrate --help`,
    );
  }
  if (move === undefined && classes === undefined) {
    throw new UsageError(
      `Cannot tell which class to migrate: expected its name first, as in 'sigil migrate Ticket body=text'.`,
    );
  }
  if (move === undefined && renames.length === 0) {
    throw new UsageError(
      `Cannot migrate '${classes}': expected fields or predictors as 'old=new', or --move. What changed says 'sigil check'.`,
    );
  }
  return { classes, renames, move: isSwallowed ? true : move };
}

function isRename(word: string): boolean {
  return word.includes('=') && !word.includes('#');
}

function readRename(word: string): Rename {
  const [from = '', to = '', ...rest] = word.split('=');
  if (from !== '' && to !== '' && rest.length === 0) return [from, to];
  throw new UsageError(`Cannot read '${word}': expected 'old=new', the names of one field or predictor.`);
}

/** A name that a signature has is that of the signature: where a file alone is named, a program may be in it too. */
function targetOf({ signatures, programs, root }: Plan, name: string, cwd: string): string {
  const [own, all] = [signatures, [...signatures, ...programs]].map((specs) => specs.map(({ id }) => id));
  const isSignature = matchingIds(name, own ?? [], root, cwd).length > 0;
  return matchTarget(name, (isSignature ? own : all) ?? [], root, cwd);
}

/** Of a program, paths of its predictors; of a signature, its fields. */
function renamedIn(
  { signatures, programs }: Plan,
  id: string,
  file: string,
  tuned: TunedFile,
  renames: readonly Rename[],
): EditedTuned {
  const program = programs.find((one) => one.id === id);
  if (program !== undefined) return migratePredictors(file, tuned, program, renames);
  const spec = signatures.find((one) => one.id === id);
  if (spec === undefined) throw new UsageError(`Cannot find the class '${id}': it is not compiled.`);
  return migrateTuned(file, tuned, spec, renames);
}

/** In the state of the class, and of a signature in those of programs that use it. */
function renameEdits(
  project: Project,
  planned: Plan,
  id: string,
  renames: readonly Rename[],
): readonly TunedEdit[] {
  const edits = listTunedFiles(project.root, project.config.include)
    .map((file) => readTuned(project.root, file))
    .filter(
      ({ tuned }) =>
        tuned.program === id || Object.values(tuned.predictors).some(({ signature }) => signature === id),
    )
    .map((before) => tunedEdit(before, renamedIn(planned, id, before.file, before.tuned, renames)));
  if (edits.length > 0) return edits;
  throw new UsageError(
    `Cannot migrate '${id}': no .opt.json of the project belongs to it. ${optimizeHint(id)}`,
  );
}

async function moveEdit(
  { root }: Project,
  planned: Plan,
  { file, to }: Move,
  renames: readonly Rename[],
): Promise<TunedEdit> {
  const [source = '', name = ''] = to.split('#');
  const before = readTuned(root, file);
  const moved = moveTuned(before.tuned, to);
  const renamed = renames.length === 0 ? undefined : renamedIn(planned, to, file, moved.tuned, renames);
  const changes = [...moved.changes, ...(renamed?.changes ?? [])];
  const place = tunedFileNames(source, name).includes(file) ? file : await tunedFilePath(root, source, name);
  const edit = tunedEdit(before, { tuned: renamed?.tuned ?? moved.tuned, changes }, place);
  const there = await findTunedState(root, to);
  if (there === undefined || there.file === file || there.text === edit.text) return edit;
  throw new UsageError(
    `Cannot move ${file} to '${to}': that class has tuned state in ${path.normalize(there.file)}. Remove one of the two.`,
  );
}
