import { UsageError } from '@sigil/spec';
import { readFile, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isGenerated } from '../emit/print-file.js';
import type { PlannedFile } from './planned-file.js';
import { withLock } from './lock.js';
import type { WireEdit } from './wire.js';
import { writeFiles } from './write-files.js';

/** What of a plan says which files to change. */
export interface Changes {
  /** Absolute. */
  readonly root: string;
  readonly diagnostics: readonly { readonly severity: 'error' | 'warning' }[];
  readonly files: readonly PlannedFile[];
  readonly edits: readonly WireEdit[];
}

/** Paths relative to the project root, in the order of the plan. */
export interface Applied {
  readonly written: readonly string[];
  readonly deleted: readonly string[];
}

/**
 * Brings the files of a project to what was planned: writes what differs, deletes generated files whose source has no
 * signature any more. Writes nothing when the plan has an error.
 *
 * @throws UsageError when another process holds the lock, or a source to be wired was edited since it was read
 */
export async function apply(plan: Changes): Promise<Applied> {
  if (plan.diagnostics.some((diagnostic) => diagnostic.severity === 'error'))
    return { written: [], deleted: [] };
  const changed = plan.files.filter((file) => file.status === 'missing' || file.status === 'stale');
  const orphans = plan.files.filter((file) => file.status === 'orphaned' && isGenerated(file.previous ?? ''));
  const texts = [...changed, ...plan.edits];
  if (texts.length === 0 && orphans.length === 0) return { written: [], deleted: [] };

  return withLock(resolve(plan.root, 'node_modules/.cache/sigil/generate.lock'), async () => {
    for (const edit of plan.edits) await refuseEdited(plan.root, edit);
    await writeFiles(texts.map(({ path, text }) => ({ path: resolve(plan.root, path), text })));
    for (const { path } of orphans) await rm(resolve(plan.root, path), { force: true });
    return { written: texts.map(({ path }) => path), deleted: orphans.map(({ path }) => path) };
  });
}

async function refuseEdited(root: string, edit: WireEdit): Promise<void> {
  if ((await readFile(resolve(root, edit.path), 'utf8')) === edit.previous) return;
  throw new UsageError(`Cannot wire ${edit.path}: it was edited while the generator ran. Run it again.`);
}
