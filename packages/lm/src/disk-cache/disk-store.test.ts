import { execFile, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { CacheError, type LMCall, type LMReply } from '@sigil/spec';
import { FakeLM } from '@sigil/testing';
import { describe, expect, it, vi } from 'vitest';
import { asking, cachingInFolder, echo, questions } from './fixtures/caching.js';
import { diskCache } from './index.js';
import { openLibsql } from './libsql-database.js';

const disk = cachingInFolder();

describe('a folder that cannot be used', () => {
  it('whose parent is a file costs a warning and nothing else', async () => {
    const parent = join(disk.folder, 'a-file');
    writeFileSync(parent, 'mine');
    expect(await disk.askAnew(['a', 'a', 'b'], { folder: join(parent, 'cache') })).toEqual([
      false,
      false,
      false,
    ]);
    expect(disk.warnings).toHaveLength(1);
    expect(disk.warnings[0]).toBeInstanceOf(CacheError);
    expect(disk.warnings[0]?.message).toMatch(
      /^Cannot open the cache .*a-file\/cache\/replies-1\.db: .*a-file is a file\. Calls go on/,
    );
    expect(disk.warnings[0]?.message).toContain('Make its folder writable, or give another one.');
    expect(readFileSync(parent, 'utf8')).toBe('mine');
  });

  it.runIf(existsSync('/proc/self'))('takes no new folders: one warning, and it ends', async () => {
    const script = fileURLToPath(new URL('fixtures/ask.mjs', import.meta.url));
    // In a process of its own: what never ends would end no test either.
    const asked = await promisify(execFile)(process.execPath, [script, '/proc/sigil/cache', '1', '3'], {
      timeout: 20_000,
    });
    expect(asked.stderr).toContain(
      'Cannot open the cache /proc/sigil/cache/replies-1.db: /proc takes no new folders. Calls go on without it',
    );
    expect(asked.stderr.match(/Cannot open/g)).toHaveLength(1);
  });

  it('is a warning of the process where nobody listens', async () => {
    writeFileSync(join(disk.folder, 'a-file'), '');
    const emitWarning = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
    const lm = diskCache(new FakeLM(echo), { folder: join(disk.folder, 'a-file') });
    await lm.doGenerate(asking('a'));
    expect(emitWarning).toHaveBeenCalledExactlyOnceWith(expect.any(CacheError));
    emitWarning.mockRestore();
  });

  it('has a directory in the place of the file', async () => {
    mkdirSync(disk.file);
    expect(await disk.askAnew(['a', 'a'])).toEqual([false, false]);
    expect(disk.messages).toEqual([expect.stringMatching(/^Cannot open the cache/)]);
  });

  it('stands for a library that cannot be loaded as well', async () => {
    const openDatabase = (): never => {
      throw new Error("Cannot find module '@libsql/some-platform'");
    };
    expect(await disk.askAnew(['a', 'a'], { openDatabase })).toEqual([false, false]);
    expect(disk.messages).toEqual([expect.stringContaining('@libsql/some-platform')]);
  });
});

describe('a file that another process holds', () => {
  it('longer than anybody waits costs one warning, and is written again when it is free', async () => {
    await disk.askAnew(['a']);
    const holder = disk.hold(600_000);
    await once(holder.stdout, 'data');
    const { lm } = disk.open();
    const cached: unknown[] = [];
    const ask = async (question: string): Promise<unknown> =>
      cached.push((await lm.doGenerate(asking(question))).cached ?? false);
    for (const question of ['a', 'b', 'b', 'c']) await ask(question);
    expect(cached).toEqual([true, false, false, false]);
    expect(disk.messages).toEqual([
      expect.stringMatching(
        /^Cannot write to the cache .*: database is locked\. Calls go on, and .* holds it\.$/,
      ),
    ]);
    holder.kill();
    await once(holder, 'exit');
    for (const question of ['d', 'd']) await ask(question);
    expect(cached.slice(-2)).toEqual([false, true]);
    await lm.dispose?.();
  });
});

describe('a full disk', () => {
  it('keeps what was kept and answers the rest, with one warning', async () => {
    await disk.askAnew(['a']);
    const openDatabase = (path: string) => {
      const database = openLibsql(path);
      database.exec('PRAGMA max_page_count = 8');
      return database;
    };
    const { lm } = disk.open((call) => echo(call).padEnd(20_000), { openDatabase });
    const replies: LMReply[] = [];
    for (const question of ['a', 'b', 'c', 'd', 'e']) replies.push(await lm.doGenerate(asking(question)));
    expect(replies.map(({ cached }) => cached ?? false)).toEqual([true, false, false, false, false]);
    expect(replies.at(-1)?.text.trim()).toBe('reply to e');
    expect(disk.messages).toEqual([
      expect.stringMatching(/^Cannot write to the cache .*: database or disk is full\. Calls go on/),
    ]);
    await lm.dispose?.();
  });

  it('or one that became read-only, is no trouble for calls on a real file system', async ({ skip }) => {
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk.folder], { stdio: 'ignore' });
    } catch (error) {
      skip(`a file system cannot be mounted here: ${String(error)}`);
    }
    try {
      const long = (call: LMCall): string => echo(call).padEnd(30_000);
      const { lm } = disk.open(long);
      for (const question of questions(20))
        expect((await lm.doGenerate(asking(question))).text).toHaveLength(30_000);
      expect(disk.messages).toEqual([expect.stringMatching(/^Cannot write to the cache/)]);
      expect(await lm.doGenerate(asking('question 0'))).toMatchObject({ cached: true });
      await lm.dispose?.();

      // A second view of the same files, read-only.
      const view = join(disk.folder, 'view');
      mkdirSync(view);
      execFileSync('mount', ['--bind', disk.folder, view]);
      execFileSync('mount', ['-o', 'remount,ro,bind', view]);
      disk.warnings = [];
      const readOnly = disk.open(long, { folder: view });
      for (const question of ['a', 'b']) {
        expect((await readOnly.lm.doGenerate(asking(question))).text).toHaveLength(30_000);
      }
      expect(disk.messages).toEqual([expect.stringMatching(/^Cannot (open|write)/)]);
      await readOnly.lm.dispose?.();
    } finally {
      execFileSync('umount', ['-l', disk.folder]);
    }
  });
});
