import { rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hashFile } from './hash-file.js';
import { recallHash, rememberHash } from './hash-record.js';
import { cacheFolderOf, standInFolder } from './folders.js';
import { isUnwritable } from './unwritable.js';
import type { Weights, WeightsRequest } from './weights.js';

/** A file of the cache. */
export interface CachedFile {
  /** Path in the cache folder. */
  readonly file: string;
  /** What the model is called. */
  readonly name: string;
  /** Absent where only the file's own record says what it was when it came. */
  readonly sha256?: string | undefined;
}

/** Where the record of a file in the cache is. */
export function recordOf(path: string): string {
  return `${path}.json`;
}

/**
 * Weights that an earlier start left in the cache folder, or in the one that stands in for it. A file whose hash is
 * wrong is set aside as `*.bad` with a warning, and counts as missing.
 */
export async function fromCache(cached: CachedFile, request: WeightsRequest): Promise<Weights | undefined> {
  for (const folder of [cacheFolderOf(request), await standInFolder()]) {
    const weights = folder === undefined ? undefined : await fromFolder(folder, cached, request);
    if (weights !== undefined) return weights;
  }
  return undefined;
}

async function fromFolder(
  folder: string,
  { file, name, sha256: known }: CachedFile,
  request: WeightsRequest,
): Promise<Weights | undefined> {
  const path = join(folder, file);
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true) return undefined;
  const { recorded, valid } = await recallHash(path, recordOf(path));
  const expected = known ?? recorded;
  if (valid && recorded !== undefined && recorded === expected) return { path, sha256: recorded, name };
  const onFraction = (fraction: number): void =>
    request.onProgress({ phase: 'verify', source: path, fraction });
  const sha256 = await hashFile(path, { onFraction, signal: request.signal });
  if (expected !== undefined && sha256 !== expected) {
    await setAside(path, found, request, `its SHA-256 is ${sha256}, expected ${expected}`);
    return undefined;
  }
  await rememberHash(path, recordOf(path), sha256);
  return { path, sha256, name };
}

/** Renames the file that was hashed, unless another process has put a new one in its place meanwhile. */
async function setAside(
  path: string,
  hashed: { readonly ino: number; readonly mtimeMs: number },
  request: WeightsRequest,
  why: string,
): Promise<void> {
  const now = await stat(path).catch(() => undefined);
  if (now?.ino !== hashed.ino || now.mtimeMs !== hashed.mtimeMs) return;
  const aside = `${path}.bad`;
  try {
    await rename(path, aside);
    request.onWarning(
      `Cannot use the weights in ${path}: ${why}. They are set aside as ${aside} and fetched again.`,
    );
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    request.onWarning(
      `Cannot use the weights in ${path}: ${why}. They cannot be set aside; others are fetched.`,
    );
  }
}
