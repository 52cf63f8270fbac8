import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ggufOf } from '../fixtures/gguf-of.js';
import { temporaryFolder } from '../fixtures/temporary-folder.js';
import { requestIn } from '../fixtures/weights-request.js';
import type { Weights } from '../weights/weights.js';
import { fastWeights } from './fast-weights.js';

const blocks = 40_000;

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Weights of more than one go of the conversion. */
function weightsIn(folder: string): Weights {
  const path = join(folder, 'slow.gguf');
  const bytes = Buffer.alloc(blocks * 20, 0x11);
  const file = ggufOf([{ name: 'w', type: 3, shape: [32, blocks], bytes }]);
  writeFileSync(path, file);
  return { path, sha256: hashOf(file), name: 'slow' };
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
      sha256: hashOf(written),
    });
    expect(fast).toMatchObject({ sha256: weights.sha256, name: 'slow', form: 'q8_0' });
    const fractions = request.progress.map(({ fraction = -1 }) => fraction);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect([fractions.at(0), fractions.at(-1)]).toEqual([0, 1]);
    const again = requestIn(folder);
    expect(await fastWeights(weights, again)).toEqual(fast);
    expect(again.progress).toEqual([]);
  });

  it('is converted again where it is damaged, and the damaged file named and set aside', async () => {
    const folder = temporaryFolder();
    const weights = weightsIn(folder);
    const { path } = await fastWeights(weights, requestIn(folder));
    const whole = readFileSync(path);
    const damaged = Buffer.from(whole);
    damaged[5000] = 0x7f;
    writeFileSync(path, damaged);
    const request = requestIn(folder);
    expect(await fastWeights(weights, request)).toMatchObject({ path, form: 'q8_0' });
    expect(readFileSync(path).equals(whole)).toBe(true);
    expect(readFileSync(`${path}.bad`).equals(damaged)).toBe(true);
    expect(request.warnings).toEqual([
      `Cannot use the weights in ${path}: the file is damaged: its SHA-256 is ${hashOf(damaged)}, expected ${hashOf(whole)}. ` +
        `It is set aside as ${path}.bad, and the weights are converted again.`,
    ]);
    expect(request.progress.map(({ phase }) => phase)).toContain('convert');
    const calm = requestIn(folder);
    await fastWeights(weights, calm);
    expect([calm.warnings, calm.progress]).toEqual([[], []]);
  });

  it('is used after its time of change was lost, once it is hashed', async () => {
    const folder = temporaryFolder();
    const weights = weightsIn(folder);
    const { path } = await fastWeights(weights, requestIn(folder));
    utimesSync(path, 1, 1);
    const request = requestIn(folder);
    await fastWeights(weights, request);
    expect(new Set(request.progress.map(({ phase }) => phase))).toEqual(new Set(['verify']));
    expect(request.warnings).toEqual([]);
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
