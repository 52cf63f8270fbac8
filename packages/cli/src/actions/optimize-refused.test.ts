import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { onTickets, servedProject } from '../fixtures/served-project.js';

const project = servedProject();

describe('sigil optimize before anything is sent', () => {
  it.each([
    [['--metric', 'exact-match'], 'give --data FILE, or both --train FILE and --val FILE'],
    [
      ['--train', 'data/tickets.jsonl', '--metric', 'f1'],
      'give --data FILE, or both --train FILE and --val FILE',
    ],
    [[...onTickets, '--train', 'x.jsonl'], 'Cannot use --data with --train or --val'],
    [
      [...onTickets, '--optimizer', 'mipro'],
      'Wanted one of: labeled-few-shot, bootstrap-few-shot, bootstrap-random-search (or',
    ],
    [
      [...onTickets, '--optimizer', 'SignatureOptimizer'],
      'DSPy calls it COPRO now, and Sigil does not have it.',
    ],
    [
      [...onTickets, '--optimizer', 'labeled-few-shot', '--candidates', '3'],
      'Cannot use --candidates with labeled-few-shot',
    ],
    [[...onTickets, '--candidates', 'many'], 'Wanted a whole number from 1.'],
    [['--data', 'nope.jsonl', '--metric', 'f1'], 'Cannot read nope.jsonl: there is no such file'],
  ])('refuses %j', async (args, sentence) => {
    const { code, out, err } = await project.optimize(args);
    expect({ code, out, requests: project.server.requests.length }).toEqual({
      code: 2,
      out: '',
      requests: 0,
    });
    expect(err).toContain(sentence);
  });

  it('refuses a stale class, and an x.opt.json that is nonsense, which it leaves alone', async () => {
    project.write('src/ticket.opt.json', '{ "format": 1 ');
    const nonsense = await project.optimize(onTickets);
    expect([nonsense.code, nonsense.err]).toEqual([
      2,
      expect.stringContaining('Cannot use src/ticket.opt.json: '),
    ]);
    expect(project.read('src/ticket.opt.json')).toBe('{ "format": 1 ');
    execFileSync('rm', [path.join(project.root, 'src/ticket.opt.json')]);
    project.write('src/ticket.ts', project.read('src/ticket.ts').replace("| 'sales'", "| 'sales' | 'legal'"));
    const stale = await project.optimize(onTickets);
    expect([stale.code, stale.err]).toEqual([
      2,
      expect.stringContaining("output 'team' has another type). Run 'sigil generate'"),
    ]);
    expect(project.server.requests).toHaveLength(0);
  });

  it('refuses a source folder that it cannot write', async () => {
    chmodSync(project.root, 0o755);
    chmodSync(path.join(project.root, 'src'), 0o555);
    const { code, err } = await project.optimize(onTickets, { unprivileged: true });
    chmodSync(path.join(project.root, 'src'), 0o755);
    expect([code, project.server.requests.length]).toEqual([2, 0]);
    expect(err).toMatch(
      /Cannot write .*src\/ticket\.opt\.json \(EACCES.*Make it writable\. Nothing was sent\./,
    );
  });
});

describe('sigil optimize of few rows', () => {
  it('counts candidates that came out the same in one line', async () => {
    const rows = project.read('data/tickets.jsonl').trim().split('\n');
    project.write('few.jsonl', rows.slice(0, 1).join('\n'));
    project.write('val.jsonl', rows.slice(1, 30).join('\n'));
    const files = ['--train', 'few.jsonl', '--val', 'val.jsonl', '--metric', 'exact-match'];
    const { code, err } = await project.optimize([...files, '--candidates', '5']);
    expect(code).toBe(0);
    expect(err.match(/.*the same.*/g)).toEqual([
      '6 candidates came out the same as an earlier one and were not run again.',
    ]);
  });

  it.each([
    ['one row', 1, 1],
    ['equal rows', 10, 1],
  ])('refuses %s with the numbers and the fix, and leaves nothing behind', async (_, count, different) => {
    const [row = ''] = project.read('data/tickets.jsonl').split('\n');
    project.write('few.jsonl', `${row}\n`.repeat(count));
    const { code, out, err } = await project.optimize(['--data', 'few.jsonl', '--metric', 'exact-match']);
    expect({ code, out, requests: project.server.requests.length }).toEqual({
      code: 2,
      out: '',
      requests: 0,
    });
    expect(err).toContain(`Cannot split ${count} row${count === 1 ? '' : 's'} (${different} different)`);
    expect(err).toContain('Give more different rows: 20 are the fewest');
    expect(existsSync(path.join(project.root, '.sigil/runs'))).toBe(false);
  });

  it('leaves nothing behind where the search itself refuses its rows', async () => {
    project.write('same.jsonl', project.read('data/tickets.jsonl'));
    const files = ['--train', 'same.jsonl', '--val', 'same.jsonl', '--confirm', 'same.jsonl'];
    const { code, err } = await project.optimize([...files, '--metric', 'exact-match']);
    expect([code, err]).toEqual([2, expect.stringMatching(/^error SIGIL5001: Cannot optimize: .*\n$/)]);
    expect(existsSync(path.join(project.root, '.sigil/runs'))).toBe(false);
  });
});
