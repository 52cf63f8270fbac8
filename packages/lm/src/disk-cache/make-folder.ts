import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and the ones above it that are missing, one after the other: Node's own way of doing both at once
 * never ends where a file system takes no new folders, as in `/proc`.
 *
 * @param folder absolute
 * @throws Error in words, for the first one that cannot be made
 */
export function makeFolder(folder: string): void {
  const missing = [folder];
  for (let at = dirname(folder); !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.unshift(at);
  for (const one of missing) make(one);
}

function make(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (cause) {
    // It was there, or another process was faster.
    if (existsSync(folder) && statSync(folder).isDirectory()) return;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const found =
      code === 'EEXIST' ? `${folder} is a file` : `${dirname(folder)} ${reasons[code] ?? takesNone}`;
    throw new Error(`${found} (${code})`, { cause });
  }
}

const takesNone = 'takes no new folders';
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'is not writable',
  EPERM: 'is not writable',
  EROFS: 'is on a read-only file system',
  ENOTDIR: 'is a file',
  ENOSPC: 'has no room left',
};
