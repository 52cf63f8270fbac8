import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Those of the files that git knows and that differ from what was committed. Without git, or outside of a
 * repository, there are none: nothing could be lost that was kept.
 *
 * @param root absolute
 * @param paths relative to the root
 */
export async function uncommitted(root: string, paths: readonly string[]): Promise<readonly string[]> {
  if (paths.length === 0) return [];
  const dirty: string[] = [];
  for (const path of paths) {
    const status = await gitStatus(root, path);
    if (status !== '' && !status.startsWith('??') && !status.startsWith('!!')) dirty.push(path);
  }
  return dirty;
}

async function gitStatus(root: string, path: string): Promise<string> {
  try {
    const { stdout } = await run('git', ['status', '--porcelain', '--', path], { cwd: root });
    return stdout;
  } catch (error) {
    // No git, or no repository.
    if (error instanceof Error && 'code' in error) return '';
    throw error;
  }
}
