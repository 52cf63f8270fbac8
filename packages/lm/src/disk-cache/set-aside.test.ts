import { once } from 'node:events';
import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asking, cachingInFolder, questions } from './fixtures/caching.js';
import { type OpenDatabase, type SqlValue } from './index.js';
import { openLibsql } from './libsql-database.js';

const disk = cachingInFolder();

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

describe('a damaged file', () => {
  const damagedFiles = (): string[] => readdirSync(disk.folder).filter((name) => /damaged-\d+$/.test(name));

  it('that is no database is set aside, and a new one is started', async () => {
    const garbage = 'this is no database\n'.repeat(500);
    writeFileSync(disk.file, garbage);
    expect(await disk.askAnew(['a', 'a', 'b'])).toEqual([false, true, false]);
    expect(await disk.askAnew(['a', 'b'])).toEqual([true, true]);
    expect(damagedFiles()).toEqual(['replies-1.db.damaged-1']);
    expect(readFileSync(join(disk.folder, 'replies-1.db.damaged-1'), 'utf8')).toBe(garbage);
    expect(disk.messages).toEqual([
      expect.stringMatching(
        /^Cannot use the cache .*: it is damaged \(.*\)\. It was set aside as .*damaged-1 and/,
      ),
    ]);
  });

  it.each([
    [
      'overwritten in the middle',
      () => writeFileSync(disk.file, readFileSync(disk.file).fill(7, 4096, 40_960)),
    ],
    ['cut off', () => truncateSync(disk.file, 8192)],
    ['cut off in its header', () => truncateSync(disk.file, 50)],
  ])('that was %s is set aside when that is noticed, and no call fails', async (_, damage) => {
    await disk.askAnew(questions(200));
    damage();
    await disk.askAnew(questions(200));
    expect(disk.warnings.map(({ path }) => path)).toEqual([disk.file]);
    expect(damagedFiles()).toHaveLength(1);
    expect(new Set(await disk.askAnew(questions(200)))).toEqual(new Set([true]));
  });

  it('does not take the place of one that was set aside before', async () => {
    for (const n of [1, 2]) {
      writeFileSync(disk.file, `garbage ${n} `.repeat(500));
      await disk.askAnew(['a']);
    }
    expect(damagedFiles()).toEqual(['replies-1.db.damaged-1', 'replies-1.db.damaged-2']);
    expect(readFileSync(join(disk.folder, 'replies-1.db.damaged-1'), 'utf8')).toContain('garbage 1');
  });

  it('is damaged while it is open, and calls go on', async () => {
    const { lm } = disk.open();
    for (const question of questions(200)) await lm.doGenerate(asking(question));
    await lm.dispose?.();
    const open = disk.open();
    await open.lm.doGenerate(asking('question 0'));
    truncateSync(disk.file, 8192);
    for (const question of questions(200))
      expect((await open.lm.doGenerate(asking(question))).text).toContain(question);
    expect(await open.lm.doGenerate(asking('question 7'))).toMatchObject({ cached: true });
    await open.lm.dispose?.();
    expect(disk.warnings).toHaveLength(1);
  });

  it('takes its log along', async () => {
    await disk.askAnew(questions(200));
    const child = disk.start(200, 1_000_000);
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(statSync(`${disk.file}-wal`).size).toBeGreaterThan(0);
    truncateSync(disk.file, 8192);
    await disk.askAnew(questions(200));
    expect(readdirSync(disk.folder)).toContain('replies-1.db.damaged-1-wal');
    expect(new Set(await disk.askAnew(questions(200)))).toEqual(new Set([true]));
    expect(disk.warnings).toHaveLength(1);
  });

  it('is set aside by one of those who have it open', async () => {
    const [one, two] = [disk.open(), disk.open()];
    for (const question of questions(200)) await one.lm.doGenerate(asking(question));
    await two.lm.doGenerate(asking('question 0'));
    await one.lm.dispose?.();
    const three = disk.open();
    truncateSync(disk.file, 8192);
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
    expect(await disk.askAnew(['a', 'a'], { openDatabase })).toEqual([false, true]);
    expect(disk.warnings).toHaveLength(1);
  });

  it('that is damaged again and again is left alone', async () => {
    const openDatabase = failingToWrite(Infinity);
    expect(await disk.askAnew(['a', 'a', 'a'], { openDatabase })).toEqual([false, false, false]);
    expect(damagedFiles()).toHaveLength(1);
    expect(disk.messages).toEqual([
      expect.stringMatching(/^Cannot use the cache/),
      expect.stringMatching(/^Cannot open the cache/),
    ]);
  });

  it('holds a row that makes no sense: the reply is asked for again', async () => {
    await disk.askAnew(['a']);
    const database = openLibsql(disk.file);
    database.run('UPDATE replies SET value = ?', '{"text": 1}');
    database.close();
    expect(await disk.askAnew(['a'])).toEqual([false]);
    expect(await disk.askAnew(['a'])).toEqual([true]);
    expect(disk.warnings).toEqual([]);
  });
});
