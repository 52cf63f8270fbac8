import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** A folder cannot be made: the message says in words which one, and why. */
export class FolderError extends Error {
  override readonly name = 'FolderError';

  /** @param code as Node has it: `EACCES`, `ENOSPC`, .. */
  constructor(
    message: string,
    readonly code: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/**
 * Makes a folder and the ones above it that are missing, one after the other: Node's own way of doing both at once
 * never ends where a file system takes no new folders, as in `/proc`.
 *
 * @param folder absolute
 * @returns the folders that were not there before, the outermost first
 * @throws FolderError, in words, when one cannot be made
 * @example
 * ```ts
 * makeFolder('/tmp'); // -> []
 * ```
 */
export function makeFolder(folder: string): readonly string[] {
  const missing: string[] = [];
  let there = folder;
  for (; !existsSync(there) && dirname(there) !== there; there = dirname(there)) missing.unshift(there);
  if (!statSync(there).isDirectory()) throw new FolderError(`${there} is a file`, 'ENOTDIR');
  return missing.filter(make);
}

/** @returns false where another process was faster */
function make(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    if (code === 'EEXIST' && statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true)
      return false;
    const reason = reasons[code] ?? `takes no new folders: ${messageOf(cause)}`;
    throw new FolderError(`${dirname(folder)} ${reason}`, code, { cause });
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'is not writable',
  EPERM: 'is not writable',
  EROFS: 'is on a read-only file system',
  ENOENT: 'takes no new folders',
  ENOSPC: 'has no room left',
};

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
