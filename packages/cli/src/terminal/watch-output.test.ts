import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mountsRefused, runSigil } from '../fixtures/run-sigil.js';
import { ticketProject } from '../fixtures/ticket-project.js';
import type { TemporaryProject } from '../fixtures/temporary-project.js';

let project: TemporaryProject;
beforeEach(async () => {
  project = await ticketProject();
});
afterEach(() => project.remove());

const onRow = ['src/ticket.ts#Ticket', '--data', 'data/tickets.jsonl', '--row', '1'];
const lost =
  /^error: Cannot write to standard output \(.*ENOSPC.*\): what was to be read there is lost\. .*\n$/;

describe('standard output', () => {
  it.skipIf(!existsSync('/dev/full')).each([
    ['check', ['check']],
    ['check --json', ['check', '--json']],
    ['generate with nothing to do', ['generate']],
    ['render', ['render', ...onRow]],
    ['--help', ['--help']],
  ])('on a full disk makes %s fail, and is told once', async (_, args) => {
    await runSigil(project.root, ['generate']);
    const { code, err } = await runSigil(project.root, args, { streams: '>/dev/full' });
    expect([code, err]).toEqual([2, expect.stringMatching(lost)]);
  });

  const noMounts = mountsRefused();
  it.skipIf(noMounts !== undefined)(
    `in a file that only a part of it fits in is told too${noMounts === undefined ? '' : ` (skipped: ${noMounts})`}`,
    async () => {
      const args = [
        'render',
        'src/ticket.ts#Ticket',
        '--input',
        JSON.stringify({ message: 'x'.repeat(9_000) }),
      ];
      const { code, err } = await runSigil(project.root, args, {
        mount: `mkdir small && mount -t tmpfs -o size=4k tmpfs small`,
        streams: '>small/prompt.txt',
      });
      expect([code, err]).toEqual([2, expect.stringMatching(lost)]);
    },
  );

  it.skipIf(!existsSync('/dev/full'))('is whole where the remarks are lost', async () => {
    const args = ['render', ...onRow, '--json'];
    const whole = await runSigil(project.root, args);
    expect(await runSigil(project.root, args, { streams: '2>/dev/full' })).toEqual({ ...whole, err: '' });
  });

  it('may be closed by a reader that has enough', async () => {
    const { err } = await runSigil(project.root, ['render', ...onRow], { streams: '| true' });
    expect(err).toBe('');
  });
});
