import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { UsageError, type LMCall } from '@sigil/spec';
import { FakeLM } from '@sigil/testing';
import { cacheContract, contractReply, languageModelContract } from '@sigil/testing/contracts';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { retry } from '../retry/index.js';
import { asking, cachingInFolder, echo, questions } from './fixtures/caching.js';
import { diskCache } from './index.js';

const disk = cachingInFolder();

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
    expect(await disk.askAnew(['a', 'b'])).toEqual([false, false]);
    expect(await disk.askAnew(['a', 'b', 'c'])).toEqual([true, true, false]);
    expect(disk.warnings).toEqual([]);
  });

  it('gives back every reply as it was', async () => {
    const text = fc.string({ unit: 'binary', minLength: 1 }).filter((one) => one.trim() !== '');
    const usage = fc.record({ inputTokens: fc.nat(), outputTokens: fc.nat() });
    const given = fc.record({ text, usage, model: fc.string({ unit: 'grapheme' }) });
    await fc.assert(
      fc.asyncProperty(given, fc.nat(), async (reply, rollout) => {
        const { lm, inner } = disk.open(() => reply);
        const call = { ...asking(JSON.stringify(reply)), rollout };
        const first = await lm.doGenerate(call);
        await lm.dispose?.();
        expect(first).toMatchObject(reply);
        const again = disk.open(() => 'another');
        expect(await again.lm.doGenerate(call)).toEqual({ ...first, cached: true });
        await again.lm.dispose?.();
        expect(inner.calls.length + again.inner.calls.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });

  it('makes its folder where it is missing', async () => {
    const options = { folder: join(disk.folder, 'deep', 'er') };
    await disk.askAnew(['a'], options);
    expect(await disk.askAnew(['a'], options)).toEqual([true]);
  });

  it('leaves one file when it is closed', async () => {
    await disk.askAnew(['a']);
    expect(statSync(disk.file).size).toBeGreaterThan(0);
    const log = readdirSync(disk.folder).find((name) => name.endsWith('-wal'));
    expect(log === undefined ? 0 : statSync(join(disk.folder, log)).size).toBe(0);
  });

  it('goes on without a cache after it was closed', async () => {
    const { lm } = disk.open();
    await lm.doGenerate(asking('a'));
    await lm.dispose?.();
    expect(await lm.doGenerate(asking('a'))).not.toHaveProperty('cached');
    await lm.dispose?.();
    expect(disk.warnings).toEqual([]);
  });

  it('forgets the replies that were used longest ago when it is full', async () => {
    let now = 0;
    const options = { maxBytes: 20_000, now: () => (now += 3_600_000) };
    const long = (call: LMCall): string => echo(call).padEnd(1000);
    const { lm, inner } = disk.open(long, options);
    for (const question of questions(40)) {
      await lm.doGenerate(asking('often'));
      await lm.doGenerate(asking(question));
    }
    await lm.dispose?.();
    expect(inner.calls).toHaveLength(41);
    const later = disk.open(long, options);
    expect(await later.lm.doGenerate(asking('often'))).toMatchObject({ cached: true });
    expect(await later.lm.doGenerate(asking('question 39'))).toMatchObject({ cached: true });
    expect(await later.lm.doGenerate(asking('question 0'))).not.toHaveProperty('cached');
    await later.lm.dispose?.();
    expect(statSync(disk.file).size).toBeLessThan(60_000);
  });

  it('forgets nothing for a reply that is too large to keep', async () => {
    const { lm } = disk.open(
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
    expect(() => disk.open(echo, { maxBytes: 0 })).toThrow(UsageError);
  });
});

describe('several processes', () => {
  it('may use one folder at the same time, and lose nothing', async () => {
    const running = [disk.start(0, 150), disk.start(100, 250), disk.start(0, 250)];
    for (const child of running) child.stdout.resume();
    const codes = await Promise.all(running.map(async (child) => (await once(child, 'exit'))[0] as unknown));
    expect(codes).toEqual([0, 0, 0]);
    expect(new Set(await disk.askAnew(questions(251)))).toEqual(new Set([true]));
    expect(disk.warnings).toEqual([]);
  });

  it('wait for one that is writing', async () => {
    await disk.askAnew(['a']);
    const holder = disk.hold(400);
    await once(holder.stdout, 'data');
    expect(await disk.askAnew(['b'])).toEqual([false]);
    expect(await disk.askAnew(['b'])).toEqual([true]);
    expect(disk.warnings).toEqual([]);
    await once(holder, 'exit');
  });

  it('lose nothing that was answered when one of them is killed', async () => {
    const child = disk.start(0, 1_000_000);
    let answered = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      if (/^\d+ false reply to question \d+$/.test(line)) answered++;
      if (answered === 100) child.kill('SIGKILL');
    }
    expect(answered).toBeGreaterThanOrEqual(100);
    expect(new Set(await disk.askAnew(questions(answered - 1)))).toEqual(new Set([true]));
    expect(disk.warnings).toEqual([]);
  });
});
