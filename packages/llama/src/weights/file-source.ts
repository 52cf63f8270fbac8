import { createHash } from 'node:crypto';
import { realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { WeightsError } from '@sigil/spec';
import { checkGguf } from './check-gguf.js';
import { cacheFolderOf } from './folders.js';
import { hashFile } from './hash-file.js';
import { recallHash, rememberHash } from './hash-record.js';
import type { Weights, WeightsRequest } from './weights.js';

/**
 * A user's own GGUF, by path. Nobody knows what its hash should be, so the hash becomes part of the model's id. It is
 * remembered in the cache folder: nothing is written beside a user's file.
 *
 * @param origin who gave the path, for errors: `SIGIL_MODEL`
 * @throws WeightsError when there is no such file, or it is no GGUF
 */
export async function fromFile(path: string, origin: string, request: WeightsRequest): Promise<Weights> {
  const real = await realpath(path).catch((cause: unknown) => {
    throw new WeightsError(
      `Cannot load weights from ${path} (${origin}): there is no such file. Give the path of a GGUF file.`,
      { cause },
    );
  });
  if ((await stat(real)).isDirectory()) {
    throw new WeightsError(
      `Cannot load weights from ${path} (${origin}): it is a folder. Give the path of a GGUF file.`,
    );
  }
  try {
    await checkGguf(real, origin);
    const pathHash = createHash('sha256').update(real).digest('hex').slice(0, 16);
    const recordPath = join(cacheFolderOf(request), 'own', `${pathHash}.json`);
    const { recorded, valid } = await recallHash(real, recordPath);
    if (recorded !== undefined && valid) return { path: real, sha256: recorded, name: nameOf(real) };
    const onFraction = (fraction: number): void =>
      request.onProgress({ phase: 'verify', source: path, fraction });
    const sha256 = await hashFile(real, { onFraction, signal: request.signal });
    await rememberHash(real, recordPath, sha256);
    return { path: real, sha256, name: nameOf(real) };
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new WeightsError(`Cannot read the weights at ${path} (${origin}): ${error.message}.`, {
      cause: error,
    });
  }
}

/** `qwen2-0.5b.q4_k_m` for `/models/Qwen2-0.5B.Q4_K_M.gguf`. */
export function nameOf(path: string): string {
  return basename(path, '.gguf').toLowerCase();
}
