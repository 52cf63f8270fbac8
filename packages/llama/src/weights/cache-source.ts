import { rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hashFile } from './hash-file.js';
import { recallHash, rememberHash } from './hash-record.js';
import { cacheFolderOf, standInFolder } from './folders.js';
import { isUnwritable, reasonOf } from './unwritable.js';
import type { Weights, WeightsRequest } from './weights.js';

/** A file of the cache. */
export interface CachedFile {
  /** Path in the cache folder. */
  readonly file: string;
  /** What the model is called. */
  readonly name: string;
  /** Absent where only the file's own record says what it was when it came. */
  readonly sha256?: string | undefined;
  /** How it is had again where it is damaged. What was converted is of no use without its record. */
  readonly again: 'fetched' | 'converted';
}

/** What the cache has. */
export interface CacheFinding {
  readonly weights?: Weights;
  /** What was found out about each damaged file, for an error: path, hashes, where it is now. */
  readonly damaged: readonly string[];
}

/** Where the record of a file in the cache is. */
export function recordOf(path: string): string {
  return `${path}.json`;
}

/**
 * Weights that an earlier start left in the cache folder, or in the one that stands in for it. A file whose hash is
 * wrong is set aside as `*.bad` with a warning, and counts as missing.
 */
export async function fromCache(cached: CachedFile, request: WeightsRequest): Promise<CacheFinding> {
  const damaged: string[] = [];
  for (const folder of [cacheFolderOf(request), await standInFolder()]) {
    const found = folder === undefined ? undefined : await fromFolder(folder, cached, request);
    if (typeof found === 'object') return { weights: found, damaged };
    if (found !== undefined) damaged.push(found);
  }
  return { damaged };
}

/** The weights, or what is wrong with them; undefined where there are none. */
async function fromFolder(
  folder: string,
  { file, name, sha256: known, again }: CachedFile,
  request: WeightsRequest,
): Promise<Weights | string | undefined> {
  const path = join(folder, file);
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true) return undefined;
  const { recorded, valid } = await recallHash(path, recordOf(path));
  const expected = known ?? recorded;
  if (expected === undefined && again === 'converted') return undefined;
  if (valid && recorded !== undefined && recorded === expected) return { path, sha256: recorded, name };
  const onFraction = (fraction: number): void =>
    request.onProgress({ phase: 'verify', source: path, fraction });
  const sha256 = await hashFile(path, { onFraction, signal: request.signal });
  if (expected !== undefined && sha256 !== expected) {
    const wrong = `its SHA-256 is ${sha256}, expected ${expected}`;
    const now = await setAside(path, found);
    request.onWarning(
      `Cannot use the weights in ${path}: the file is damaged: ${wrong}. ${now}, and the weights are ${again} again.`,
    );
    return `${path} is damaged: ${wrong}. ${now}.`;
  }
  await rememberHash(path, recordOf(path), sha256);
  return { path, sha256, name };
}

/**
 * Renames the file that was hashed, unless another process has put a new one in its place meanwhile.
 *
 * @returns where it is now, in words
 */
async function setAside(
  path: string,
  hashed: { readonly ino: number; readonly mtimeMs: number },
): Promise<string> {
  const now = await stat(path).catch(() => undefined);
  if (now?.ino !== hashed.ino || now.mtimeMs !== hashed.mtimeMs) return 'Another process has replaced it';
  const aside = `${path}.bad`;
  try {
    await rename(path, aside);
    return `It is set aside as ${aside}`;
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    return `It cannot be set aside: ${reasonOf(error)}`;
  }
}
