import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CacheError } from '@sigil/spec';
import { type CacheFinding, fromCache, recordOf } from '../weights/cache-source.js';
import { askedModel, findWeights } from '../weights/find-weights.js';
import { inWritableFolder } from '../weights/folders.js';
import { rememberHash } from '../weights/hash-record.js';
import { type KnownModel, smollm2 } from '../weights/known-model.js';
import { abandonedParts, newPart } from '../weights/part-file.js';
import type { Weights, WeightsRequest } from '../weights/weights.js';
import { writeHashed } from '../weights/write-hashed.js';
import { requantize, type Requantized } from './requantize.js';

/**
 * The weights that a request is for, the known ones in the form that runs faster. The cache is searched for that form
 * before anything is fetched: where it is damaged, the warning says so first.
 *
 * @throws WeightsError that lists every source, with the command for each
 */
export async function findFastWeights(
  request: WeightsRequest,
  known: KnownModel = smollm2,
): Promise<Weights> {
  const kept = askedModel(request) === undefined ? await keptForm(known, request) : undefined;
  const weights = await findWeights(request, known, kept?.damaged);
  return weights.sha256 === known.sha256 ? fastWeights(weights, request, kept) : weights;
}

/**
 * The same weights in the form that runs faster: made once, and kept in the cache folder. Where it cannot be kept the
 * weights are used as they came, with a warning.
 *
 * @param kept what the cache has of it, where that was looked up
 */
export async function fastWeights(
  weights: Weights,
  request: WeightsRequest,
  kept?: CacheFinding,
): Promise<Weights> {
  const { weights: fast } = kept ?? (await keptForm(weights, request));
  if (fast !== undefined) return { ...weights, path: fast.path, form: 'q8_0' };
  request.onProgress({ phase: 'convert', source: weights.path, fraction: 0 });
  const file = await readFile(weights.path, { signal: request.signal });
  const converted = requantize(file);
  if (converted === undefined) return weights;
  try {
    const path = await inWritableFolder(request, async (folder) => {
      const target = join(folder, fileNameOf(weights));
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

function keptForm(weights: Pick<Weights, 'name' | 'sha256'>, request: WeightsRequest): Promise<CacheFinding> {
  return fromCache({ file: fileNameOf(weights), name: weights.name, again: 'converted' }, request);
}

function fileNameOf({ name, sha256 }: Pick<Weights, 'name' | 'sha256'>): string {
  return `${name}-${sha256.slice(0, 16)}-q8_0.gguf`;
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
