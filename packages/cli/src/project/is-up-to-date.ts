import { isUnchanged, lastRemarks, type Remarks } from '@sigil/codegen/unchanged';
import { locateProject } from './locate-project.js';
import { runKey } from './run-key.js';

/**
 * True when `sigil generate` would find nothing to do and nothing to say. It looks at the bytes of files, and loads
 * neither the compiler nor the configuration nor the command line.
 */
export function isUpToDate(cwd: string): boolean {
  const root = locateProject(cwd)?.root;
  return root !== undefined && isUnchanged(root, runKey(root));
}

/** What the last `sigil generate` said of a project; undefined where there is something to do now. */
export function unchangedRemarks(cwd: string): (Remarks & { readonly root: string }) | undefined {
  const root = locateProject(cwd)?.root;
  const remarks = root === undefined ? undefined : lastRemarks(root, runKey(root));
  return root === undefined || remarks === undefined ? undefined : { ...remarks, root };
}

/** What `sigil generate` says then. */
export const nothingChanged = 'Nothing changed.\n';
