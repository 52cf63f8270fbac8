import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CacheError } from '@sigil/spec';
import { recordOf } from '../weights/cache-source.js';
import { cacheFolderOf, inWritableFolder, standInFolder } from '../weights/folders.js';
import { recallHash, rememberHash } from '../weights/hash-record.js';
import { hashFile } from '../weights/hash-file.js';
import { newPart } from '../weights/part-file.js';
import type { Weights, WeightsRequest } from '../weights/weights.js';
import { requantize } from './requantize.js';

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
  request.onProgress({ phase: 'convert', source: weights.path });
  const converted = requantize(await readFile(weights.path));
  if (converted === undefined) return weights;
  try {
    const path = await inWritableFolder(request, async (folder) => {
      const target = join(folder, fileName);
      const part = newPart(target);
      await writeFile(part, converted);
      await rename(part, target);
      await rememberHash(target, recordOf(target), await hashFile(target, request));
      return target;
    });
    return { ...weights, path, form: 'q8_0' };
  } catch (error) {
    if (!CacheError.isInstance(error)) throw error;
    request.onWarning(`${error.message} The model runs from the file as it came, at 60 % of the speed.`);
    return weights;
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
