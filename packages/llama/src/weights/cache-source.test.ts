import { existsSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fakeGguf, sha256 } from '../fixtures/fake-pip.js';
import { temporaryFolder } from '../fixtures/temporary-folder.js';
import { requestIn } from '../fixtures/weights-request.js';
import { fromCache } from './cache-source.js';

const cached = { file: 'fake.gguf', name: 'fake', sha256: sha256(fakeGguf), again: 'fetched' } as const;

/** A cache folder that holds one file. */
function cacheWith(content: Buffer): { request: ReturnType<typeof requestIn>; path: string } {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'cache'));
  const path = join(folder, 'cache', cached.file);
  writeFileSync(path, content);
  return { request: requestIn(folder), path };
}

describe('the cache folder', () => {
  it('has nothing at first', async () => {
    expect(await fromCache(cached, requestIn(temporaryFolder()))).toEqual({ damaged: [] });
  });

  it('gives the file that it has, verified', async () => {
    const { request, path } = cacheWith(fakeGguf);
    expect(await fromCache(cached, request)).toEqual({
      weights: { path, sha256: cached.sha256, name: 'fake' },
      damaged: [],
    });
    expect(request.progress.at(-1)).toEqual({ phase: 'verify', source: path, fraction: 1 });
  });

  it('is verified once', async () => {
    const { request } = cacheWith(fakeGguf);
    await fromCache(cached, request);
    const { length } = request.progress;
    expect((await fromCache(cached, request)).weights).toBeDefined();
    expect(request.progress).toHaveLength(length);
  });

  it('is verified again where the record is damaged', async () => {
    const { request, path } = cacheWith(fakeGguf);
    await fromCache(cached, request);
    writeFileSync(`${path}.json`, '{"size":');
    const { length } = request.progress;
    expect((await fromCache(cached, request)).weights).toBeDefined();
    expect(request.progress.length).toBeGreaterThan(length);
  });

  it('sets a damaged file aside with a warning', async () => {
    const damaged = Buffer.from(fakeGguf);
    damaged[5000] = 0;
    const { request, path } = cacheWith(damaged);
    expect((await fromCache(cached, request)).weights).toBeUndefined();
    expect(existsSync(path)).toBe(false);
    expect(sha256(readFileSync(`${path}.bad`))).toBe(sha256(damaged));
    expect(request.warnings).toEqual([
      `Cannot use the weights in ${path}: the file is damaged: its SHA-256 is ${sha256(damaged)}, expected ${cached.sha256}. ` +
        `It is set aside as ${path}.bad, and the weights are fetched again.`,
    ]);
  });

  it('notices a file that was changed after it was verified', async () => {
    const { request, path } = cacheWith(fakeGguf);
    await fromCache(cached, request);
    writeFileSync(path, fakeGguf.subarray(0, 5000));
    expect((await fromCache(cached, request)).weights).toBeUndefined();
    expect(request.warnings).toHaveLength(1);
  });

  it('holds a file of an unknown hash to what it was when it came', async () => {
    const { request, path } = cacheWith(fakeGguf);
    const unknown = { ...cached, sha256: undefined };
    expect((await fromCache(unknown, request)).weights?.sha256).toBe(cached.sha256);
    const damaged = Buffer.from(fakeGguf);
    damaged[5000] = 0;
    const { mtimeMs } = statSync(path);
    writeFileSync(path, damaged);
    utimesSync(path, mtimeMs / 1000 + 1, mtimeMs / 1000 + 1);
    expect((await fromCache(unknown, request)).weights).toBeUndefined();
    expect(existsSync(`${path}.bad`)).toBe(true);
  });
});
