import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WeightsError } from '@sigil/spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FakeHub, fakeHub } from '../fixtures/fake-hub.js';
import { fakeGguf, sha256 } from '../fixtures/fake-pip.js';
import { temporaryFolder } from '../fixtures/temporary-folder.js';
import { requestIn } from '../fixtures/weights-request.js';
import { fromHub } from './hub-source.js';

const setting = { repository: 'org/repo', file: 'model.gguf' };

function machine(folder: string, hub: FakeHub): ReturnType<typeof requestIn> {
  return requestIn(folder, { HF_ENDPOINT: hub.url });
}

/** What lies where the file belongs, without the way there. */
function inCache(folder: string): string[] {
  const repository = join(folder, 'cache', 'hf', 'org', 'repo');
  return existsSync(repository) ? readdirSync(repository).sort() : [];
}

describe('the hub', () => {
  it.each(['large', 'small', 'untagged'] as const)('gives a %s file', async (kind) => {
    const folder = temporaryFolder();
    const hub = await fakeHub({ content: fakeGguf, kind });
    const request = machine(folder, hub);
    const weights = await fromHub(setting, request);
    expect(sha256(readFileSync(weights.path))).toBe(sha256(fakeGguf));
    expect(weights).toMatchObject({ sha256: sha256(fakeGguf), name: 'model' });
    expect(inCache(folder)).toEqual(['model.gguf', 'model.gguf.json']);
    expect(request.progress.findLast(({ phase }) => phase === 'download')?.fraction).toBe(1);
  });

  it('is not asked again for what the cache has', async () => {
    const folder = temporaryFolder();
    const hub = await fakeHub({ content: fakeGguf, kind: 'large' });
    await fromHub(setting, machine(folder, hub));
    const { length } = hub.requests;
    expect((await fromHub(setting, machine(folder, hub))).sha256).toBe(sha256(fakeGguf));
    expect(hub.requests).toHaveLength(length);
  });

  it('is asked again for what is damaged in the cache; where it does not answer the error says both', async () => {
    const folder = temporaryFolder();
    const hub = await fakeHub({ content: fakeGguf, kind: 'large' });
    const { path } = await fromHub(setting, machine(folder, hub));
    writeFileSync(path, 'GGUF, cut off');
    hub.behavior.status = 503;
    const request = machine(folder, hub);
    const refused = fromHub(setting, request);
    await expect(refused).rejects.toSatisfy(WeightsError.isInstance.bind(WeightsError));
    await expect(refused).rejects.toThrow(
      `HTTP 503, expected the file. The one that is kept cannot be used: ${path} is damaged: its SHA-256 is ` +
        `${sha256(Buffer.from('GGUF, cut off'))}, expected ${sha256(fakeGguf)}. It is set aside as ${path}.bad.`,
    );
    expect(request.warnings).toEqual([expect.stringContaining('fetched again')]);
    delete hub.behavior.status;
    expect((await fromHub(setting, machine(folder, hub))).sha256).toBe(sha256(fakeGguf));
  });

  it('may have moved the repository', async () => {
    const folder = temporaryFolder();
    const hub = await fakeHub({ content: fakeGguf, kind: 'large', moved: true });
    expect((await fromHub(setting, machine(folder, hub))).sha256).toBe(sha256(fakeGguf));
  });

  it.each(['large', 'small'] as const)(
    'is asked for the rest of a %s file that was cut off',
    async (kind) => {
      const folder = temporaryFolder();
      const hub = await fakeHub({ content: fakeGguf, kind, cutAfter: 50_000 });
      const cut = fromHub(setting, machine(folder, hub));
      await expect(cut).rejects.toSatisfy(WeightsError.isInstance.bind(WeightsError));
      await expect(cut).rejects.toThrow(/was cut off .* Run it again: it goes on where it stopped\./);
      expect(inCache(folder)).toEqual([expect.stringMatching(/^model\.gguf\.[0-9a-f]{8}\.free\.part$/)]);

      delete hub.behavior.cutAfter;
      const weights = await fromHub(setting, machine(folder, hub));
      expect(sha256(readFileSync(weights.path))).toBe(sha256(fakeGguf));
      expect(hub.requests.at(-1)).toMatch(/^GET \S+ bytes=\d+-$/);
      expect(inCache(folder)).toEqual(['model.gguf', 'model.gguf.json']);
    },
  );

  it('gives the same bytes however often it is cut off', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 60_000 }), { maxLength: 4 }), async (cuts) => {
        const folder = temporaryFolder();
        const hub = await fakeHub({ content: fakeGguf, kind: 'large' });
        for (const cutAfter of cuts) {
          hub.behavior.cutAfter = cutAfter;
          await fromHub(setting, machine(folder, hub)).catch(() => undefined);
        }
        delete hub.behavior.cutAfter;
        expect(sha256(readFileSync((await fromHub(setting, machine(folder, hub))).path))).toBe(
          sha256(fakeGguf),
        );
      }),
      { numRuns: 8 },
    );
  });

  it('may send all of it when asked for the rest', async () => {
    const folder = temporaryFolder();
    const hub = await fakeHub({ content: fakeGguf, kind: 'large', cutAfter: 50_000 });
    await expect(fromHub(setting, machine(folder, hub))).rejects.toThrow('cut off');
    delete hub.behavior.cutAfter;
    hub.behavior.ignoresRange = true;
    expect(sha256(readFileSync((await fromHub(setting, machine(folder, hub))).path))).toBe(sha256(fakeGguf));
  });

  it('does not get a new version of the file appended to the beginning of the old one', async () => {
    const folder = temporaryFolder();
    const hub = await fakeHub({ content: fakeGguf, kind: 'small', cutAfter: 50_000 });
    await expect(fromHub(setting, machine(folder, hub))).rejects.toThrow('cut off');
    const newer = Buffer.concat([Buffer.from('GGUF newer'), fakeGguf]);
    Object.assign(hub.behavior, { content: newer, cutAfter: undefined });
    expect(sha256(readFileSync((await fromHub(setting, machine(folder, hub))).path))).toBe(sha256(newer));
  });

  it('that sends other bytes than it names is refused, and nothing of them is kept', async () => {
    const folder = temporaryFolder();
    const hub = await fakeHub({ content: fakeGguf, kind: 'large' });
    const damaged = Buffer.from(fakeGguf);
    damaged[70_000] = 0;
    // Named by the hash of what it was, sent as what it is.
    const named = hub.behavior.content;
    Object.defineProperty(hub.behavior, 'content', {
      get: () => (hub.requests.at(-1)?.includes('/store') === true ? damaged : named),
    });
    const refused = fromHub(setting, machine(folder, hub));
    await expect(refused).rejects.toThrow(`its SHA-256 is ${sha256(damaged)}, expected ${sha256(fakeGguf)}`);
    expect(inCache(folder)).toEqual([]);
  });

  it('that sends a page instead of a model is refused', async () => {
    const folder = temporaryFolder();
    const hub = await fakeHub({ content: Buffer.from('<html>sign in</html>'), kind: 'small' });
    await expect(fromHub(setting, machine(folder, hub))).rejects.toThrow(
      'begins with "<htm", expected "GGUF"',
    );
    expect(inCache(folder)).toEqual([]);
  });

  it.each([
    [404, 'Check the names'],
    [401, 'private or gated'],
    [503, 'HTTP 503'],
  ])('that answers HTTP %i is an error that says so', async (status, said) => {
    const hub = await fakeHub({ content: fakeGguf, kind: 'large', status });
    await expect(fromHub(setting, machine(temporaryFolder(), hub))).rejects.toThrow(said);
  });

  it('that cannot be reached is an error that says so', async () => {
    const request = requestIn(temporaryFolder(), { HF_ENDPOINT: 'http://127.0.0.1:9' });
    await expect(fromHub(setting, request)).rejects.toThrow(/could not be reached .* HF_ENDPOINT/);
  });

  it('is left alone when the signal fires, and goes on from there later', async () => {
    const folder = temporaryFolder();
    const hub = await fakeHub({ content: fakeGguf, kind: 'large', cutAfter: 50_000 });
    const controller = new AbortController();
    const stopped = fromHub(setting, {
      ...machine(folder, hub),
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    delete hub.behavior.cutAfter;
    expect(sha256(readFileSync((await fromHub(setting, machine(folder, hub))).path))).toBe(sha256(fakeGguf));
    expect(hub.requests.at(-1)).toMatch(/bytes=\d+-$/);
  });

  it('is asked again for a file that was damaged in the cache', async () => {
    const folder = temporaryFolder();
    const hub = await fakeHub({ content: fakeGguf, kind: 'large' });
    const { path } = await fromHub(setting, machine(folder, hub));
    writeFileSync(path, fakeGguf.subarray(0, 1000));
    const request = machine(folder, hub);
    expect(sha256(readFileSync((await fromHub(setting, request)).path))).toBe(sha256(fakeGguf));
    expect(request.warnings).toEqual([expect.stringContaining('set aside')]);
  });
});
