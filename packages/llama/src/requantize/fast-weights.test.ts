import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ggufOf } from '../fixtures/gguf-of.js';
import { temporaryFolder } from '../fixtures/temporary-folder.js';
import { requestIn } from '../fixtures/weights-request.js';
import type { Weights } from '../weights/weights.js';
import { fastWeights } from './fast-weights.js';

const blocks = 40_000;

/** Weights of more than one go of the conversion. */
function weightsIn(folder: string): Weights {
  const path = join(folder, 'slow.gguf');
  const bytes = Buffer.alloc(blocks * 20, 0x11);
  const file = ggufOf([{ name: 'w', type: 3, shape: [32, blocks], bytes }]);
  writeFileSync(path, file);
  return { path, sha256: createHash('sha256').update(file).digest('hex'), name: 'slow' };
}

describe('the faster form of weights', () => {
  it('is kept with the hash of what was written, and made once', async () => {
    const folder = temporaryFolder();
    const [weights, request] = [weightsIn(folder), requestIn(folder)];
    const fast = await fastWeights(weights, request);
    const record: unknown = JSON.parse(readFileSync(`${fast.path}.json`, 'utf8'));
    const written = readFileSync(fast.path);
    expect(record).toMatchObject({
      size: written.length,
      sha256: createHash('sha256').update(written).digest('hex'),
    });
    expect(fast).toMatchObject({ sha256: weights.sha256, name: 'slow', form: 'q8_0' });
    const fractions = request.progress.map(({ fraction = -1 }) => fraction);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect([fractions.at(0), fractions.at(-1)]).toEqual([0, 1]);
    const again = requestIn(folder);
    expect(await fastWeights(weights, again)).toEqual(fast);
    expect(again.progress).toEqual([]);
  });

  it('is made by two at once without harm', async () => {
    const folder = temporaryFolder();
    const weights = weightsIn(folder);
    const [one, other] = await Promise.all([
      fastWeights(weights, requestIn(folder)),
      fastWeights(weights, requestIn(folder)),
    ]);
    expect(one).toEqual(other);
    expect(readdirSync(join(folder, 'cache'))).toHaveLength(2);
  });

  it('removes what a process that was killed has left', async () => {
    const folder = temporaryFolder();
    const [weights, request] = [weightsIn(folder), requestIn(folder)];
    mkdirSync(join(folder, 'cache'));
    writeFileSync(
      join(folder, 'cache', `slow-${weights.sha256.slice(0, 16)}-q8_0.gguf.free.part`),
      'half of it',
    );
    await fastWeights(weights, request);
    expect(readdirSync(join(folder, 'cache')).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('stops in the middle when the signal fires, and leaves nothing', async () => {
    const folder = temporaryFolder();
    const controller = new AbortController();
    const request = requestIn(folder);
    const stopped = fastWeights(weightsIn(folder), {
      ...request,
      signal: controller.signal,
      onProgress: ({ fraction = 0 }) => {
        if (fraction > 0) controller.abort();
      },
    });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(readdirSync(join(folder, 'cache'))).toEqual([]);
  });
});
