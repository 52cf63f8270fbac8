import { isUnchanged } from '@sigil/codegen/unchanged';
import { locateProject } from './locate-project.js';
import { runKey } from './run-key.js';

/**
 * True when `sigil generate` would find nothing to do. It looks at the bytes of files, and loads neither the compiler
 * nor the configuration nor the command line.
 */
export function isUpToDate(cwd: string): boolean {
  const root = locateProject(cwd)?.root;
  return root !== undefined && isUnchanged(root, runKey(root));
}

/** What `sigil generate` says then. */
export const nothingChanged = 'Nothing changed.\n';
