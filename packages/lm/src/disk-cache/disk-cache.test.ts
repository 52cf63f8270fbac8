import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { CacheError, UsageError, type LMCall, type LMReply } from '@sigil/spec';
import { FakeLM, type FakeScript } from '@sigil/testing';
import { cacheContract, contractReply, languageModelContract } from '@sigil/testing/contracts';
import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { retry } from '../retry/index.js';
import { diskCache, type DiskCacheOptions, type OpenDatabase, type SqlValue } from './index.js';
import { openLibsql } from './libsql-database.js';

let folder: string;
let warnings: CacheError[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sigil-disk-cache-'));
  warnings = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (): string => join(folder, 'replies-1.db');
const onWarning = (warning: CacheError): number => warnings.push(warning);
const asking = (content: string): LMCall => ({ messages: [{ role: 'user', content }] });
const echo = (call: LMCall): string => `reply to ${call.messages[0]?.content}`;

function caching(script: FakeScript = echo, options: Partial<DiskCacheOptions> = {}) {
  const inner = new FakeLM(script);
  return { inner, lm: diskCache(inner, { folder, onWarning, ...options }) };
}

/** Asks in a cache of its own, closed afterwards, and says which of the replies were kept ones. */
async function askAnew(questions: string[], options: Partial<DiskCacheOptions> = {}): Promise<boolean[]> {
  const { lm } = caching(echo, options);
  const replies: LMReply[] = [];
  for (const question of questions) replies.push(await lm.doGenerate(asking(question)));
  await lm.dispose?.();
  expect(replies.map(({ text }) => text)).toEqual(questions.map((question) => `reply to ${question}`));
  return replies.map(({ cached }) => cached ?? false);
}

const questions = (count: number): string[] => Array.from({ length: count }, (_, n) => `question ${n}`);

/** A process that asks questions FIRST to LAST in the same folder. */
const start = (first: number, last: number) =>
  spawn(process.execPath, [fixture('ask.mjs'), folder, String(first), String(last)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
const fixture = (name: string): string => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));

/** libsql, but the first writes say that the file is damaged. */
function failingToWrite(times: number): OpenDatabase {
  let failed = 0;
  return (path) => {
    const database = openLibsql(path);
    const run = (sql: string, ...values: SqlValue[]): void => {
      if (failed++ < times) throw Object.assign(new Error('malformed'), { code: 'SQLITE_CORRUPT' });
      database.run(sql, ...values);
    };
    return { ...database, run };
  };
}

describe('the contracts', () => {
  const folders: string[] = [];
  const freshFolder = (): string => {
    const made = mkdtempSync(join(tmpdir(), 'sigil-disk-contract-'));
    folders.push(made);
    return made;
  };
  afterAll(() => {
    for (const made of folders) rmSync(made, { recursive: true, force: true });
  });

  languageModelContract({
    name: 'diskCache(retry(FakeLM))',
    create: () => diskCache(retry(new FakeLM(contractReply, { delay: 20 })), { folder: freshFolder() }),
  });
  cacheContract({ name: 'diskCache()', create: (lm) => diskCache(lm, { folder: freshFolder() }) });
});

describe('diskCache', () => {
  it('answers a later run from the folder', async () => {
    expect(await askAnew(['a', 'b'])).toEqual([false, false]);
    expect(await askAnew(['a', 'b', 'c'])).toEqual([true, true, false]);
    expect(warnings).toEqual([]);
  });

  it('gives back every reply as it was', async () => {
    const text = fc.string({ unit: 'binary', minLength: 1 }).filter((one) => one.trim() !== '');
    const usage = fc.record({ inputTokens: fc.nat(), outputTokens: fc.nat() });
    const given = fc.record({ text, usage, model: fc.string({ unit: 'grapheme' }) });
    await fc.assert(
      fc.asyncProperty(given, fc.nat(), async (reply, rollout) => {
        const { lm, inner } = caching(() => reply);
        const call = { ...asking(JSON.stringify(reply)), rollout };
        const first = await lm.doGenerate(call);
        await lm.dispose?.();
        expect(first).toMatchObject(reply);
        const again = caching(() => 'another');
        expect(await again.lm.doGenerate(call)).toEqual({ ...first, cached: true });
        await again.lm.dispose?.();
        expect(inner.calls.length + again.inner.calls.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });

  it('makes its folder where it is missing', async () => {
    const options = { folder: join(folder, 'deep', 'er') };
    await askAnew(['a'], options);
    expect(await askAnew(['a'], options)).toEqual([true]);
  });

  it('leaves one file when it is closed', async () => {
    await askAnew(['a']);
    expect(statSync(file()).size).toBeGreaterThan(0);
    const log = readdirSync(folder).find((name) => name.endsWith('-wal'));
    expect(log === undefined ? 0 : statSync(join(folder, log)).size).toBe(0);
  });

  it('goes on without a cache after it was closed', async () => {
    const { lm } = caching();
    await lm.doGenerate(asking('a'));
    await lm.dispose?.();
    expect(await lm.doGenerate(asking('a'))).not.toHaveProperty('cached');
    await lm.dispose?.();
    expect(warnings).toEqual([]);
  });

  it('forgets the replies that were used longest ago when it is full', async () => {
    let now = 0;
    const options = { maxBytes: 20_000, now: () => (now += 3_600_000) };
    const long = (call: LMCall): string => echo(call).padEnd(1000);
    const { lm, inner } = caching(long, options);
    for (const question of questions(40)) {
      await lm.doGenerate(asking('often'));
      await lm.doGenerate(asking(question));
    }
    await lm.dispose?.();
    expect(inner.calls).toHaveLength(41);
    const later = caching(long, options);
    expect(await later.lm.doGenerate(asking('often'))).toMatchObject({ cached: true });
    expect(await later.lm.doGenerate(asking('question 39'))).toMatchObject({ cached: true });
    expect(await later.lm.doGenerate(asking('question 0'))).not.toHaveProperty('cached');
    await later.lm.dispose?.();
    expect(statSync(file()).size).toBeLessThan(60_000);
  });

  it('forgets nothing for a reply that is too large to keep', async () => {
    const { lm } = caching(
      (call) => echo(call).padEnd(call.messages[0]?.content === 'large' ? 50_000 : 100),
      {
        maxBytes: 20_000,
      },
    );
    for (const question of ['small', 'large']) await lm.doGenerate(asking(question));
    expect(await lm.doGenerate(asking('small'))).toMatchObject({ cached: true });
    await lm.dispose?.();
  });

  it('refuses a size that makes no sense', () => {
    expect(() => caching(echo, { maxBytes: 0 })).toThrow(UsageError);
  });
});

describe('several processes', () => {
  it('may use one folder at the same time, and lose nothing', async () => {
    const running = [start(0, 150), start(100, 250), start(0, 250)];
    for (const child of running) child.stdout.resume();
    const codes = await Promise.all(running.map(async (child) => (await once(child, 'exit'))[0] as unknown));
    expect(codes).toEqual([0, 0, 0]);
    expect(new Set(await askAnew(questions(251)))).toEqual(new Set([true]));
    expect(warnings).toEqual([]);
  });

  it('wait for one that is writing', async () => {
    await askAnew(['a']);
    const holder = spawn(process.execPath, [fixture('hold.mjs'), file()]);
    await once(holder.stdout, 'data');
    expect(await askAnew(['b'])).toEqual([false]);
    expect(await askAnew(['b'])).toEqual([true]);
    expect(warnings).toEqual([]);
    await once(holder, 'exit');
  });

  it('lose nothing that was answered when one of them is killed', async () => {
    const child = start(0, 1_000_000);
    let answered = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      if (/^\d+ false reply to question \d+$/.test(line)) answered++;
      if (answered === 100) child.kill('SIGKILL');
    }
    expect(answered).toBeGreaterThanOrEqual(100);
    expect(new Set(await askAnew(questions(answered - 1)))).toEqual(new Set([true]));
    expect(warnings).toEqual([]);
  });
});

describe('a folder that cannot be used', () => {
  it('whose parent is a file costs a warning and nothing else', async () => {
    const parent = join(folder, 'a-file');
    writeFileSync(parent, 'mine');
    expect(await askAnew(['a', 'a', 'b'], { folder: join(parent, 'cache') })).toEqual([false, false, false]);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toBeInstanceOf(CacheError);
    expect(warnings[0]?.message).toMatch(/^Cannot open the cache .*a-file\/cache\/replies-1\.db: ENOTDIR/);
    expect(warnings[0]?.message).toContain('Make its folder writable, or give another one.');
    expect(readFileSync(parent, 'utf8')).toBe('mine');
  });

  it('is a warning of the process where nobody listens', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    const emitWarning = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
    const lm = diskCache(new FakeLM(echo), { folder: join(folder, 'a-file') });
    await lm.doGenerate(asking('a'));
    expect(emitWarning).toHaveBeenCalledExactlyOnceWith(expect.any(CacheError));
    emitWarning.mockRestore();
  });

  it('has a directory in the place of the file', async () => {
    mkdirSync(file());
    expect(await askAnew(['a', 'a'])).toEqual([false, false]);
    expect(warnings.map(({ message }) => message)).toEqual([expect.stringMatching(/^Cannot open the cache/)]);
  });

  it('stands for a library that cannot be loaded as well', async () => {
    const openDatabase = (): never => {
      throw new Error("Cannot find module '@libsql/some-platform'");
    };
    expect(await askAnew(['a', 'a'], { openDatabase })).toEqual([false, false]);
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining('@libsql/some-platform'),
    ]);
  });
});

describe('a full disk', () => {
  it('keeps what was kept and answers the rest, with one warning', async () => {
    await askAnew(['a']);
    const openDatabase = (path: string) => {
      const database = openLibsql(path);
      database.exec('PRAGMA max_page_count = 8');
      return database;
    };
    const { lm } = caching((call) => echo(call).padEnd(20_000), { openDatabase });
    const replies: LMReply[] = [];
    for (const question of ['a', 'b', 'c', 'd', 'e']) replies.push(await lm.doGenerate(asking(question)));
    expect(replies.map(({ cached }) => cached ?? false)).toEqual([true, false, false, false, false]);
    expect(replies.at(-1)?.text.trim()).toBe('reply to e');
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Cannot write to the cache .*: database or disk is full\. Calls go on/),
    ]);
    await lm.dispose?.();
  });

  it('or one that became read-only, is no trouble for calls on a real file system', async ({ skip }) => {
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder], { stdio: 'ignore' });
    } catch (error) {
      skip(`a file system cannot be mounted here: ${String(error)}`);
    }
    try {
      const long = (call: LMCall): string => echo(call).padEnd(30_000);
      const { lm } = caching(long);
      for (const question of questions(20))
        expect((await lm.doGenerate(asking(question))).text).toHaveLength(30_000);
      expect(warnings.map(({ message }) => message)).toEqual([
        expect.stringMatching(/^Cannot write to the cache/),
      ]);
      expect(await lm.doGenerate(asking('question 0'))).toMatchObject({ cached: true });
      await lm.dispose?.();

      // A second view of the same files, read-only.
      const view = join(folder, 'view');
      mkdirSync(view);
      execFileSync('mount', ['--bind', folder, view]);
      execFileSync('mount', ['-o', 'remount,ro,bind', view]);
      warnings = [];
      const readOnly = caching(long, { folder: view });
      for (const question of ['a', 'b']) {
        expect((await readOnly.lm.doGenerate(asking(question))).text).toHaveLength(30_000);
      }
      expect(warnings.map(({ message }) => message)).toEqual([expect.stringMatching(/^Cannot (open|write)/)]);
      await readOnly.lm.dispose?.();
    } finally {
      execFileSync('umount', ['-l', folder]);
    }
  });
});

describe('a damaged file', () => {
  const damagedFiles = (): string[] => readdirSync(folder).filter((name) => /damaged-\d+$/.test(name));

  it('that is no database is set aside, and a new one is started', async () => {
    const garbage = 'this is no database\n'.repeat(500);
    writeFileSync(file(), garbage);
    expect(await askAnew(['a', 'a', 'b'])).toEqual([false, true, false]);
    expect(await askAnew(['a', 'b'])).toEqual([true, true]);
    expect(damagedFiles()).toEqual(['replies-1.db.damaged-1']);
    expect(readFileSync(join(folder, 'replies-1.db.damaged-1'), 'utf8')).toBe(garbage);
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^Cannot use the cache .*: it is damaged \(.*\)\. It was set aside as .*damaged-1 and/,
      ),
    ]);
  });

  it.each([
    ['overwritten in the middle', () => writeFileSync(file(), readFileSync(file()).fill(7, 4096, 40_960))],
    ['cut off', () => truncateSync(file(), 8192)],
    ['cut off in its header', () => truncateSync(file(), 50)],
  ])('that was %s is set aside when that is noticed, and no call fails', async (_, damage) => {
    await askAnew(questions(200));
    damage();
    await askAnew(questions(200));
    expect(warnings.map(({ path }) => path)).toEqual([file()]);
    expect(damagedFiles()).toHaveLength(1);
    expect(new Set(await askAnew(questions(200)))).toEqual(new Set([true]));
  });

  it('does not take the place of one that was set aside before', async () => {
    for (const n of [1, 2]) {
      writeFileSync(file(), `garbage ${n} `.repeat(500));
      await askAnew(['a']);
    }
    expect(damagedFiles()).toEqual(['replies-1.db.damaged-1', 'replies-1.db.damaged-2']);
    expect(readFileSync(join(folder, 'replies-1.db.damaged-1'), 'utf8')).toContain('garbage 1');
  });

  it('is damaged while it is open, and calls go on', async () => {
    const { lm } = caching();
    for (const question of questions(200)) await lm.doGenerate(asking(question));
    await lm.dispose?.();
    const open = caching();
    await open.lm.doGenerate(asking('question 0'));
    truncateSync(file(), 8192);
    for (const question of questions(200))
      expect((await open.lm.doGenerate(asking(question))).text).toContain(question);
    expect(await open.lm.doGenerate(asking('question 7'))).toMatchObject({ cached: true });
    await open.lm.dispose?.();
    expect(warnings).toHaveLength(1);
  });

  it('takes its log along', async () => {
    await askAnew(questions(200));
    const child = start(200, 1_000_000);
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(statSync(`${file()}-wal`).size).toBeGreaterThan(0);
    truncateSync(file(), 8192);
    await askAnew(questions(200));
    expect(readdirSync(folder)).toContain('replies-1.db.damaged-1-wal');
    expect(new Set(await askAnew(questions(200)))).toEqual(new Set([true]));
    expect(warnings).toHaveLength(1);
  });

  it('is set aside by one of those who have it open', async () => {
    const [one, two] = [caching(), caching()];
    for (const question of questions(200)) await one.lm.doGenerate(asking(question));
    await two.lm.doGenerate(asking('question 0'));
    await one.lm.dispose?.();
    const three = caching();
    truncateSync(file(), 8192);
    for (const { lm } of [three, two]) {
      for (const question of questions(200)) await lm.doGenerate(asking(question));
    }
    expect(damagedFiles()).toHaveLength(1);
    expect(await two.lm.doGenerate(asking('question 9'))).toMatchObject({ cached: true });
    await two.lm.dispose?.();
    await three.lm.dispose?.();
  });

  it('that is noticed when a reply is kept costs not even that reply', async () => {
    const openDatabase = failingToWrite(1);
    expect(await askAnew(['a', 'a'], { openDatabase })).toEqual([false, true]);
    expect(warnings).toHaveLength(1);
  });

  it('that is damaged again and again is left alone', async () => {
    const openDatabase = failingToWrite(Infinity);
    expect(await askAnew(['a', 'a', 'a'], { openDatabase })).toEqual([false, false, false]);
    expect(damagedFiles()).toHaveLength(1);
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Cannot use the cache/),
      expect.stringMatching(/^Cannot open the cache/),
    ]);
  });

  it('holds a row that makes no sense: the reply is asked for again', async () => {
    await askAnew(['a']);
    const database = openLibsql(file());
    database.run('UPDATE replies SET value = ?', '{"text": 1}');
    database.close();
    expect(await askAnew(['a'])).toEqual([false]);
    expect(await askAnew(['a'])).toEqual([true]);
    expect(warnings).toEqual([]);
  });
});
