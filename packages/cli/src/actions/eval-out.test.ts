import { existsSync, lstatSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { mountsRefused, type Ran, type RunOptions } from '../fixtures/run-sigil.js';
import { onTickets, servedProject } from '../fixtures/served-project.js';

const project = servedProject();

const evaluate = (out: string, options: RunOptions = {}): Promise<Ran> =>
  project.evaluate([...onTickets, '--limit', '2', '--out', out], options);

describe('sigil eval --out', () => {
  it('refuses whatever is no file of its own, before the first call, and leaves it as it is', async () => {
    project.write('metrics.ts', 'export const same = (row: any, answer: any) => row.team === answer.team;\n');
    project.write('notes.txt', 'mine');
    project.write('empty.ts', '');
    project.write('metrics.ts', `import './empty.js';\n${project.read('metrics.ts')}`);
    symlinkSync('tickets.jsonl', path.join(project.root, 'data/linked.jsonl'));
    const before = project.files();
    for (const [out, why] of [
      ['data/tickets.jsonl', 'it is the dataset of this run. Name another file.'],
      ['data/linked.jsonl', 'it is the dataset of this run. Name another file.'],
      ['src/ticket.ts', 'it is a source of this run. Name another file.'],
      ['metrics.ts', 'it is a source of this run. Name another file.'],
      ['empty.ts', 'it is a source of this run. Name another file.'],
      [
        'notes.txt',
        'it is there, and holds no results of an earlier --out. Name another file, or remove it first.',
      ],
      ['src', 'it is a folder. Name a file in it: src/rows.jsonl.'],
    ] as const) {
      const { code, err } = await project.evaluate([
        '--data',
        'data/tickets.jsonl',
        '--metric',
        './metrics.ts#same',
        '--out',
        out,
      ]);
      expect([code, err]).toEqual([
        2,
        `error SIGIL7002: Cannot write the results to ${out}: ${why} Nothing was sent.\n`,
      ]);
    }
    expect(project.server.requests).toHaveLength(0);
    expect(project.files()).toEqual(before);
    expect(lstatSync(path.join(project.root, 'data/linked.jsonl')).isSymbolicLink()).toBe(true);
  });

  it('writes over the results of an earlier run and an empty file, and through links', async () => {
    mkdirSync(path.join(project.root, 'kept'));
    symlinkSync('kept/rows.jsonl', path.join(project.root, 'rows.jsonl'));
    project.write('kept/empty.jsonl', '');
    for (const out of ['rows.jsonl', 'rows.jsonl', 'kept/rows.jsonl', 'kept/empty.jsonl']) {
      expect(await evaluate(out)).toMatchObject({ code: 0 });
    }
    expect(lstatSync(path.join(project.root, 'rows.jsonl')).isSymbolicLink()).toBe(true);
    expect(project.read('kept/rows.jsonl').trim().split('\n')).toHaveLength(2);
    expect(readdirSync(path.join(project.root, 'kept'))).toEqual(['empty.jsonl', 'rows.jsonl']);
  });

  it('writes to standard output, as a pipe and as a file', async () => {
    const rows = /^\{"row":1,.*\n\{"row":2,.*\nsrc\/ticket\.ts#Ticket on /;
    expect((await evaluate('/dev/stdout')).out).toMatch(rows);
    await evaluate('/dev/stdout', { streams: '>all.txt' });
    expect(project.read('all.txt')).toMatch(rows);
  });

  const noMounts = mountsRefused();
  it.skipIf(noMounts !== undefined || !existsSync('/dev/full'))(
    `writes to a device, never in its place${noMounts === undefined ? '' : ` (skipped: ${noMounts})`}`,
    async () => {
      // Devices of this test alone: a failure must not break those of the machine.
      const mount = 'mkdir -p dev && mknod dev/null c 1 3 && mknod dev/full c 1 7';
      expect(await evaluate('dev/null', { mount })).toMatchObject({ code: 0 });
      const full = await evaluate('dev/full', { mount: 'true' });
      expect([full.code, full.out]).toEqual([2, expect.stringContaining('exact-match')]);
      expect(full.err).toMatch(
        /error SIGIL7002: Cannot write to .*dev\/full \(ENOSPC.*\)\. Name another file\./,
      );
      for (const name of ['null', 'full'])
        expect(statSync(path.join(project.root, 'dev', name)).isCharacterDevice()).toBe(true);
      rmSync(path.join(project.root, 'dev'), { recursive: true });
    },
  );
});
