import path from 'node:path';
import {
  listTunedFiles,
  migrateTuned,
  moveTuned,
  tunedFileNames,
  tunedFilePath,
  type Plan,
  type Rename,
} from '@sigil/codegen';
import { UsageError, type SignatureSpec } from '@sigil/spec';
import { compileProject } from '../project/compile-project.js';
import { requireCompiled } from '../project/check-target.js';
import { matchTarget } from '../project/match-target.js';
import { openProject, type Project } from '../project/open-project.js';
import { readTuned, tunedEdit, type TunedEdit } from '../store/edit-tuned.js';
import { findTunedState } from '../store/tuned-state-of.js';
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
  const id = matchTarget(
    classes ?? '',
    planned.signatures.map((spec) => spec.id),
    project.root,
    shell.cwd,
  );
  const edits = renameEdits(project, specOf(planned, id), renames);
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
      `Cannot read '${others.join(' ')}': expected one class, and fields as 'old=new'. See: sigil migrate --help`,
    );
  }
  if (move === undefined && classes === undefined) {
    throw new UsageError(
      `Cannot tell which class to migrate: expected its name first, as in 'sigil migrate Ticket body=text'.`,
    );
  }
  if (move === undefined && renames.length === 0) {
    throw new UsageError(
      `Cannot migrate '${classes}': expected fields as 'old=new', or --move. What changed says 'sigil check'.`,
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
  throw new UsageError(`Cannot read '${word}': expected 'old=new', the names of one field.`);
}

function specOf({ signatures }: Plan, id: string): SignatureSpec {
  const spec = signatures.find((one) => one.id === id);
  if (spec === undefined) throw new UsageError(`Cannot find the class '${id}': it is no signature.`);
  return spec;
}

/** In the state of the signature, and in those of programs that use it. */
function renameEdits(
  project: Project,
  spec: SignatureSpec,
  renames: readonly Rename[],
): readonly TunedEdit[] {
  const edits = listTunedFiles(project.root, project.config.include)
    .map((file) => readTuned(project.root, file))
    .filter(({ tuned }) => Object.values(tuned.predictors).some(({ signature }) => signature === spec.id))
    .map((before) => tunedEdit(before, migrateTuned(before.file, before.tuned, spec, renames)));
  if (edits.length > 0) return edits;
  throw new UsageError(
    `Cannot migrate '${spec.id}': no .opt.json of the project belongs to it. Run 'sigil optimize ${spec.id} ..' to make one.`,
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
  const renamed =
    renames.length === 0 ? undefined : migrateTuned(file, moved.tuned, specOf(planned, to), renames);
  const changes = [...moved.changes, ...(renamed?.changes ?? [])];
  const place = tunedFileNames(source, name).includes(file) ? file : await tunedFilePath(root, source, name);
  const edit = tunedEdit(before, { tuned: renamed?.tuned ?? moved.tuned, changes }, place);
  const there = await findTunedState(root, to);
  if (there === undefined || there.file === file || there.text === edit.text) return edit;
  throw new UsageError(
    `Cannot move ${file} to '${to}': that class has tuned state in ${path.normalize(there.file)}. Remove one of the two.`,
  );
}
