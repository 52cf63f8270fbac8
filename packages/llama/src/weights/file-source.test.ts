import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WeightsError } from '@sigil/spec';
import { describe, expect, it } from 'vitest';
import { fakeGguf, sha256 } from '../fixtures/fake-pip.js';
import { temporaryFolder } from '../fixtures/temporary-folder.js';
import { requestIn } from '../fixtures/weights-request.js';
import { fromFile } from './file-source.js';

describe("a user's own file", () => {
  it('is named by its file and its hash', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'My-Model.Q8_0.gguf');
    writeFileSync(path, fakeGguf);
    const weights = await fromFile(path, 'SIGIL_MODEL', requestIn(folder));
    expect(weights).toEqual({ path, sha256: sha256(fakeGguf), name: 'my-model.q8_0' });
  });

  it('is hashed once, and again when it has changed', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'own.gguf');
    writeFileSync(path, fakeGguf);
    const request = requestIn(folder);
    await fromFile(path, 'SIGIL_MODEL', request);
    const hashed = request.progress.length;
    expect(hashed).toBeGreaterThan(0);
    await fromFile(path, 'SIGIL_MODEL', request);
    expect(request.progress).toHaveLength(hashed);

    const changed = Buffer.concat([fakeGguf, Buffer.from('more')]);
    writeFileSync(path, changed);
    expect((await fromFile(path, 'SIGIL_MODEL', request)).sha256).toBe(sha256(changed));
  });

  it('is hashed again when only its time has changed', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'own.gguf');
    writeFileSync(path, fakeGguf);
    const request = requestIn(folder);
    await fromFile(path, 'SIGIL_MODEL', request);
    const hashed = request.progress.length;
    utimesSync(path, 1, 1);
    await fromFile(path, 'SIGIL_MODEL', request);
    expect(request.progress.length).toBeGreaterThan(hashed);
  });

  it('gets no other file beside it', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'models'));
    writeFileSync(join(folder, 'models', 'own.gguf'), fakeGguf);
    await fromFile(join(folder, 'models', 'own.gguf'), 'SIGIL_MODEL', requestIn(folder));
    expect(readdirSync(join(folder, 'models'))).toEqual(['own.gguf']);
  });

  it('is used where its hash cannot be remembered', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'own.gguf');
    writeFileSync(path, fakeGguf);
    writeFileSync(join(folder, 'cache'), 'a file where the cache folder should be');
    expect((await fromFile(path, 'SIGIL_MODEL', requestIn(folder))).sha256).toBe(sha256(fakeGguf));
  });

  it('that is missing, a folder, or no GGUF is refused with its path and who named it', async () => {
    const folder = temporaryFolder();
    const page = join(folder, 'page.gguf');
    writeFileSync(page, '<!doctype html>');
    const empty = join(folder, 'empty.gguf');
    writeFileSync(empty, '');
    for (const [path, found] of [
      [join(folder, 'missing.gguf'), 'no such file'],
      [folder, 'it is a folder'],
      [page, 'begins with "<!do", expected "GGUF"'],
      [empty, 'it is empty'],
    ] as const) {
      const refused = fromFile(path, 'SIGIL_MODEL', requestIn(folder));
      await expect(refused).rejects.toSatisfy(WeightsError.isInstance.bind(WeightsError));
      await expect(refused).rejects.toThrow(found);
      await expect(refused).rejects.toThrow(`${path} (SIGIL_MODEL)`);
    }
  });
});
