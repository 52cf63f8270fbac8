import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { mountsRefused, type Ran } from '../fixtures/run-sigil.js';
import { onTickets, servedProject } from '../fixtures/served-project.js';

const project = servedProject();

describe('sigil eval with a cache folder that is read-only', () => {
  it('goes on without it, and says so once', async () => {
    for (const [folder, mode] of [
      ['', 0o755],
      ['.sigil', 0o777],
      ['.sigil/runs', 0o777],
      ['.sigil/cache', 0o555],
    ] as const) {
      mkdirSync(path.join(project.root, folder), { recursive: true });
      chmodSync(path.join(project.root, folder), mode);
    }
    const { code, out, err } = await project.evaluate(onTickets, { unprivileged: true });
    expect([code, out]).toEqual([0, expect.stringContaining('parsed       60/60')]);
    expect(err.match(/^warning /gm)).toHaveLength(1);
    expect(err).toMatch(
      /warning Cannot open the cache .* Calls go on without it, and every reply is paid for\./,
    );
  });
});

/** Tests that need a disk of their own report themselves as skipped, with the reason. */
const noMounts = mountsRefused();
const remark = noMounts === undefined ? '' : ` (skipped: ${noMounts})`;

/** A disk at a folder of the project. */
const disk = (folder: string, options: string): string =>
  `mkdir -p '${folder}' && mount -t tmpfs -o ${options} tmpfs '${folder}'`;

describe.skipIf(noMounts !== undefined)(`sigil on a disk that is full or read-only${remark}`, () => {
  it.each([
    ['full', 'size=64k'],
    ['read-only', 'ro'],
  ])(
    'scores without the cache where its disk is %s, says so once, and keeps the record',
    async (_, options) => {
      const { code, out, err } = await project.evaluate(onTickets, { mount: disk('.sigil/cache', options) });
      expect([code, out]).toEqual([0, expect.stringContaining('parsed       60/60')]);
      expect(err.match(/^warning Cannot (open|write to) the cache .*Calls go on/gm)).toHaveLength(1);
      const [run = ''] = readdirSync(path.join(project.root, '.sigil/runs'));
      expect(project.read(`.sigil/runs/${run}/rows.jsonl`).trim().split('\n')).toHaveLength(60);
    },
  );

  it('shows the scores all the same where the record does not fit on its disk, and fails', async () => {
    const mount = disk('.sigil/runs', 'size=4k');
    const plain = await project.evaluate(onTickets, { mount });
    expect([plain.code, plain.out]).toEqual([2, expect.stringContaining('exact-match  48.3 %')]);
    expect(plain.err).toMatch(
      /error SIGIL7002: Cannot keep the record of this run: .*ENOSPC.*Free some space there\./,
    );
    const asked = project.server.requests.length;
    const json = await project.evaluate([...onTickets, '--json'], { mount });
    expect([json.code, JSON.parse(json.out)]).toEqual([
      2,
      expect.objectContaining({ mean: 29 / 60, problems: [expect.objectContaining({ code: 'SIGIL7002' })] }),
    ]);
    // Nothing was lost: the second run had its replies from the cache.
    expect(project.server.requests.length).toBe(asked);
  });

  it('asks nothing where the record cannot be begun', async () => {
    const { code, err } = await project.evaluate(onTickets, { mount: disk('.sigil', 'ro') });
    expect([code, project.server.requests.length]).toEqual([2, 0]);
    expect(err).toMatch(
      /Cannot keep the record .*\.sigil is on a read-only file system\. .*Nothing was sent\.$/m,
    );
  });

  const optimize = (mount: string): Promise<Ran> =>
    project.optimize([...onTickets, '--candidates', '1', '--max-labeled-demos', '4'], { mount });

  it('goes on with a search whose journal does not fit on its disk, keeps its result, and fails', async () => {
    const { code, out, err } = await optimize(disk('.sigil/runs', 'size=4k'));
    expect([code, out]).toEqual([2, expect.stringContaining('written   src/ticket.opt.json')]);
    expect(err.match(/^warning Cannot keep the record of this run: .*journal/gm)).toHaveLength(1);
    expect(project.read('src/ticket.gen.ts')).toContain('states: {');
  });

  it('leaves the tuned file as it was where its disk is full, and does not pay again', async () => {
    const full = `cp -r src kept\n${disk('src', 'size=64k')}\ncp kept/* src\ndd if=/dev/zero of=src/full 2>/dev/null || true`;
    const { code, out, err } = await optimize(full);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/error SIGIL7002: Cannot write .*ticket\.opt\.json .*ENOSPC.*It is as it was\./);
    expect(err).toContain('Replies are kept');
    const asked = project.server.requests.length;
    expect((await optimize('true')).code).toBe(0);
    expect(project.server.requests.length).toBe(asked);
  });
});
