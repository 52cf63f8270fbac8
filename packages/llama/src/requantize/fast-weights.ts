import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CacheError } from '@sigil/spec';
import { recordOf } from '../weights/cache-source.js';
import { cacheFolderOf, inWritableFolder, standInFolder } from '../weights/folders.js';
import { recallHash, rememberHash } from '../weights/hash-record.js';
import { abandonedParts, newPart } from '../weights/part-file.js';
import type { Weights, WeightsRequest } from '../weights/weights.js';
import { writeHashed } from '../weights/write-hashed.js';
import { requantize, type Requantized } from './requantize.js';

/**
 * The same weights in the form that runs faster: made once, and kept in the cache folder. Where it cannot be kept the
 * weights are used as they came, with a warning.
 */
export async function fastWeights(weights: Weights, request: WeightsRequest): Promise<Weights> {
  const fileName = `${weights.name}-${weights.sha256.slice(0, 16)}-q8_0.gguf`;
  for (const folder of [cacheFolderOf(request), await standInFolder()]) {
    if (folder === undefined) continue;
    const path = join(folder, fileName);
    if (await isWhole(path)) return { ...weights, path, form: 'q8_0' };
  }
  request.onProgress({ phase: 'convert', source: weights.path, fraction: 0 });
  const file = await readFile(weights.path, { signal: request.signal });
  const converted = requantize(file);
  if (converted === undefined) return weights;
  try {
    const path = await inWritableFolder(request, async (folder) => {
      const target = join(folder, fileName);
      for (const left of await abandonedParts(target)) await rm(left, { force: true });
      await keep(target, converted, weights.path, request);
      return target;
    });
    return { ...weights, path, form: 'q8_0' };
  } catch (error) {
    if (!CacheError.isInstance(error)) throw error;
    request.onWarning(`${error.message} The model runs from the file as it came, at 60 % of the speed.`);
    return weights;
  }
}

async function keep(
  path: string,
  converted: Requantized,
  source: string,
  { onProgress, signal }: WeightsRequest,
): Promise<void> {
  const part = newPart(path);
  const onFraction = (fraction: number): void => onProgress({ phase: 'convert', source, fraction });
  try {
    const sha256 = await writeHashed(part, converted.chunks(), converted.size, { onFraction, signal });
    await rename(part, path);
    await rememberHash(path, recordOf(path), sha256);
  } finally {
    await rm(part, { force: true });
  }
}

/** True for a file that has not changed since it was written. */
async function isWhole(path: string): Promise<boolean> {
  try {
    return (await recallHash(path, recordOf(path))).valid;
  } catch {
    // There is no such file: it will be made.
    return false;
  }
}
