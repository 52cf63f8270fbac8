import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { SourceDeclaration } from '../declaration/source-declaration.js';
import type { Diagnostic } from '../rules/diagnostic.js';
import { uncommitted } from './uncommitted.js';
import { wireEdit, type WireEdit } from './wire.js';

/** The edits of `--wire`, and why some of them are refused. */
export interface PlannedWiring {
  readonly edits: readonly WireEdit[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Plans the two lines for every source that lacks them.
 *
 * @param force edit also files whose present text git does not have
 */
export async function planWiring(
  root: string,
  sources: readonly SourceDeclaration[],
  force: boolean,
): Promise<PlannedWiring> {
  const edits: WireEdit[] = [];
  for (const source of sources) {
    const edit = wireEdit(source, await readFile(resolve(root, source.file), 'utf8'));
    if (edit !== undefined) edits.push(edit);
  }
  const dirty = force
    ? []
    : await uncommitted(
        root,
        edits.map(({ path }) => path),
      );
  return {
    edits: edits.filter(({ path }) => !dirty.includes(path)),
    diagnostics: dirty.map((file) => ({
      code: 'SIGIL2401',
      severity: 'error',
      message: `Cannot wire ${file}: it has edits that are not committed.`,
      file,
      hint: 'commit or stash them, or add --force',
    })),
  };
}
