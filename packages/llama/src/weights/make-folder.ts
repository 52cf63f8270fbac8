import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and the ones above it that are missing, one after the other: Node's own way of doing both at once
 * never ends where a file system takes no new folders, as in `/proc`.
 *
 * @param folder absolute
 * @throws what the file system says of the first one that cannot be made
 */
export async function makeFolder(folder: string): Promise<void> {
  const missing = [folder];
  for (let at = dirname(folder); !(await isThere(at)) && dirname(at) !== at; at = dirname(at))
    missing.unshift(at);
  for (const one of missing) {
    try {
      await mkdir(one);
    } catch (error) {
      // It was there, or another process was faster.
      const found = await stat(one).catch(() => undefined);
      if (found?.isDirectory() !== true) throw error;
    }
  }
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
