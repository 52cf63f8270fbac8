import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { CacheError } from '@sigil/spec';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../fixtures/temporary-folder.js';
import { requestIn } from '../fixtures/weights-request.js';
import { cacheFolderOf, inWritableFolder, standInFolder } from './folders.js';

afterEach(() => vi.unstubAllEnvs());

describe('cacheFolderOf', () => {
  it('is the option, SIGIL_CACHE, the XDG cache folder or ~/.cache, in this order', () => {
    const environment = { SIGIL_CACHE: '/b', XDG_CACHE_HOME: '/c' };
    expect(cacheFolderOf({ cacheFolder: '/a', environment })).toBe('/a');
    expect(cacheFolderOf({ environment })).toBe('/b');
    expect(cacheFolderOf({ environment: { SIGIL_CACHE: '', XDG_CACHE_HOME: '/c' } })).toBe('/c/sigil/models');
    expect(cacheFolderOf({ environment: {} })).toBe(join(homedir(), '.cache/sigil/models'));
  });

  it('ignores a relative XDG cache folder', () => {
    expect(cacheFolderOf({ environment: { XDG_CACHE_HOME: 'c' } })).toBe(
      join(homedir(), '.cache/sigil/models'),
    );
  });
});

describe('inWritableFolder', () => {
  it('makes the cache folder', async () => {
    const folder = temporaryFolder();
    const request = requestIn(folder);
    await inWritableFolder(request, async (path) => writeFileSync(join(path, 'file'), 'x'));
    expect(readFileSync(join(folder, 'cache', 'file'), 'utf8')).toBe('x');
    expect(request.warnings).toEqual([]);
  });

  it('takes a temporary folder that only this user can enter where the cache folder cannot be made', async () => {
    const folder = temporaryFolder();
    vi.stubEnv('TMPDIR', folder);
    writeFileSync(join(folder, 'cache'), 'a file where the cache folder should be');
    const request = requestIn(folder);
    const used = await inWritableFolder(request, async (path) => path);
    expect(used).toBe(await standInFolder());
    expect(statSync(used).mode & 0o777).toBe(0o700);
    expect(request.warnings).toEqual([expect.stringContaining('Cannot keep weights in')]);
  });

  it('takes the same temporary folder the next time', async () => {
    const folder = temporaryFolder();
    vi.stubEnv('TMPDIR', folder);
    writeFileSync(join(folder, 'cache'), '');
    const first = await inWritableFolder(requestIn(folder), async (path) => path);
    expect(await inWritableFolder(requestIn(folder), async (path) => path)).toBe(first);
  });

  it('moves on where the disk fills up in the middle', async () => {
    const folder = temporaryFolder();
    vi.stubEnv('TMPDIR', folder);
    const request = requestIn(folder);
    const used = await inWritableFolder(request, async (path) => {
      if (path === join(folder, 'cache')) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      return path;
    });
    expect(used).toBe(await standInFolder());
    expect(request.warnings).toEqual([expect.stringContaining('the disk is full (ENOSPC)')]);
  });

  it('gives up with both folders named where neither can be written', async () => {
    const folder = temporaryFolder();
    const blocked = join(folder, 'blocked');
    writeFileSync(blocked, '');
    vi.stubEnv('TMPDIR', blocked);
    const request = requestIn(folder, { SIGIL_CACHE: join(blocked, 'cache') });
    const refused = inWritableFolder(request, async () => 'never');
    await expect(refused).rejects.toSatisfy(CacheError.isInstance.bind(CacheError));
    await expect(refused).rejects.toThrow(`Cannot keep weights in ${join(blocked, 'cache')} or ${blocked}`);
  });

  it('does not take another error for a folder that cannot be written', async () => {
    const folder = temporaryFolder();
    vi.stubEnv('TMPDIR', folder);
    const failed = inWritableFolder(requestIn(folder), async () => {
      throw new Error('something else');
    });
    await expect(failed).rejects.toThrow('something else');
    expect(existsSync(join(folder, 'cache'))).toBe(true);
    expect(await standInFolder()).toBeUndefined();
  });

  it('takes another name where something that is not ours has the usual one', async () => {
    const folder = temporaryFolder();
    vi.stubEnv('TMPDIR', folder);
    writeFileSync(join(folder, 'cache'), '');
    const usual = join(folder, `sigil-models-${userInfo().uid}`);
    writeFileSync(usual, '');
    const used = await inWritableFolder(requestIn(folder), async (path) => path);
    expect(used).toMatch(new RegExp(`^${usual}-`));
    expect(statSync(used).mode & 0o777).toBe(0o700);
  });
});
