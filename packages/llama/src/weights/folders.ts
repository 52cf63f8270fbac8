import { lstat, mkdir, mkdtemp } from 'node:fs/promises';
import { homedir, tmpdir, userInfo } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { makeFolder } from '@sigil/files';
import { CacheError } from '@sigil/spec';
import type { WeightsRequest } from './weights.js';
import { isUnwritable, reasonOf } from './unwritable.js';

/** Where weights are kept: the option, `SIGIL_CACHE`, or `sigil/models` in the user's cache folder (XDG). */
export function cacheFolderOf(request: Pick<WeightsRequest, 'cacheFolder' | 'environment'>): string {
  const { SIGIL_CACHE: own, XDG_CACHE_HOME: xdg } = request.environment;
  const given = request.cacheFolder ?? own;
  if (given !== undefined && given !== '') return resolve(given);
  // The XDG base directory specification tells to ignore a relative path.
  const base = xdg !== undefined && isAbsolute(xdg) ? xdg : join(homedir(), '.cache');
  return join(base, 'sigil', 'models');
}

/** The folder that stands in for a cache folder that cannot be written, if it is there and this user's own. */
export async function standInFolder(): Promise<string | undefined> {
  const path = standInPath();
  const found = await lstat(path).catch(() => undefined);
  return found?.isDirectory() === true && isOwn(found.uid) ? path : undefined;
}

/**
 * Does something that writes in the cache folder, or where that cannot be written, in a temporary folder.
 *
 * @throws CacheError when neither can be written; whatever `action` throws for another reason
 */
export async function inWritableFolder<T>(
  request: WeightsRequest,
  action: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = cacheFolderOf(request);
  try {
    makeFolder(folder);
    return await action(folder);
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    const standIn = await makeStandIn(folder, error);
    request.onWarning(
      `Cannot keep weights in ${folder}: ${reasonOf(error)}. They go into ${standIn} for now. ` +
        `Set SIGIL_CACHE to a folder with room for them.`,
    );
    return await inStandIn(standIn, folder, action);
  }
}

async function inStandIn<T>(
  standIn: string,
  folder: string,
  action: (folder: string) => Promise<T>,
): Promise<T> {
  try {
    return await action(standIn);
  } catch (error) {
    throw isUnwritable(error) ? bothFailed(folder, error) : error;
  }
}

async function makeStandIn(folder: string, cause: NodeJS.ErrnoException): Promise<string> {
  const found = await standInFolder();
  if (found !== undefined) return found;
  try {
    await mkdir(standInPath(), { mode: 0o700 });
    return standInPath();
  } catch {
    // Something that is not ours has the name, or nothing can be made here at all.
    return await mkdtemp(`${standInPath()}-`).catch(() => {
      throw bothFailed(folder, cause);
    });
  }
}

function bothFailed(folder: string, cause: NodeJS.ErrnoException): CacheError {
  return new CacheError(
    folder,
    `Cannot keep weights in ${folder} or ${tmpdir()}: ${reasonOf(cause)}. ` +
      `Set SIGIL_CACHE to a folder that can be written and has room for them.`,
    { cause },
  );
}

function standInPath(): string {
  return join(tmpdir(), `sigil-models-${userInfo().uid}`);
}

/** A folder that somebody else made could be changed by them. On Windows there are no such numbers. */
function isOwn(uid: number): boolean {
  return userInfo().uid === -1 || userInfo().uid === uid;
}
