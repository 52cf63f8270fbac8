import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseTunedFile } from '@sigil/codegen';
import { respond } from '@sigil/testing';
import { describe, expect, it } from 'vitest';
import { runSigil, type Ran } from '../fixtures/run-sigil.js';
import { onTickets, servedProject, smallSearch } from '../fixtures/served-project.js';
import { answerTicket } from '../fixtures/ticket-server.js';

const project = servedProject();

const hasTuned = (): boolean => existsSync(path.join(project.root, 'src/ticket.opt.json'));

describe('sigil optimize that cannot go on', () => {
  it('tells a key that is missing once, and leaves nothing behind', async () => {
    const { code, out, err } = await project.optimize([...onTickets, '--lm', 'openai:some-model', '--json'], {
      env: { OPENAI_API_KEY: '' },
    });
    expect([code, err]).toEqual([2, expect.stringMatching(/^error SIGIL4008: .*there is no API key.*\n$/)]);
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'SIGIL4008' } });
    expect(existsSync(path.join(project.root, '.sigil/runs'))).toBe(false);
  });

  it('fails when the model stops answering, writes nothing, and goes on with what it has', async () => {
    let left = 30;
    await project.serve((request) => (left-- > 0 ? answerTicket(request) : respond.unauthorized()));
    const before = project.files();
    const failed = await project.optimize([...onTickets, ...smallSearch]);
    expect([failed.code, failed.out]).toEqual([2, '']);
    expect(failed.err).toContain('error SIGIL4002: Cannot call some-model');
    expect(failed.err).toContain('Nothing was written. Replies are kept: the same command goes on from here');
    expect(project.files()).toEqual(before);
    left = Infinity;
    const asked = project.server.requests.length;
    const again = await project.optimize([...onTickets, ...smallSearch, '--json']);
    expect(again.code).toBe(0);
    const { calls }: { calls: { calls: number; cached: number } } = JSON.parse(again.out);
    expect(calls.calls - calls.cached).toBe(project.server.requests.length - asked);
    expect(calls.cached).toBeGreaterThanOrEqual(30);
  });

  it('ends at a broken metric', async () => {
    project.write('m.ts', 'export const nan = (): number => NaN;\n');
    const { code, err } = await project.optimize([
      '--data',
      'data/tickets.jsonl',
      '--metric',
      './m.ts#nan',
      ...smallSearch,
    ]);
    expect(code).toBe(2);
    expect(err).toContain('error SIGIL5002: Cannot score data/tickets.jsonl:');
    expect(hasTuned()).toBe(false);
  });
});

describe('sigil optimize whose test rows cannot be scored', () => {
  it('keeps what it accepted, says so, and fails', async () => {
    const rows = project.read('data/tickets.jsonl').trim().split('\n');
    project.write('test.jsonl', rows.slice(50).join('\n'));
    project.write('rest.jsonl', rows.slice(0, 50).join('\n'));
    const isTest = (message: string): boolean =>
      rows.slice(50).some((row) => row.includes(message.slice(message.indexOf('message: ') + 9)));
    await project.serve((request) =>
      isTest(request.lastMessage) ? respond.unauthorized() : answerTicket(request),
    );
    const { code, out, err } = await project.optimize([
      '--data',
      'rest.jsonl',
      '--test',
      'test.jsonl',
      '--metric',
      'exact-match',
      ...smallSearch,
    ]);
    expect([code, out]).toEqual([
      2,
      expect.stringContaining('written   src/ticket.opt.json, src/ticket.gen.ts'),
    ]);
    expect(err).toMatch(/error SIGIL4002: .*\nThe test rows were not all scored. What was written stays.\n$/);
    expect(hasTuned()).toBe(true);
  });
});

describe('a metric that never ends', () => {
  it('is told, where nothing else is left to wait for', async () => {
    project.write('m.ts', 'export const never = () => new Promise(() => {});\n');
    const { code, err } = await project.optimize([
      '--data',
      'data/tickets.jsonl',
      '--metric',
      './m.ts#never',
    ]);
    expect([code, err]).toEqual([2, expect.stringContaining('something that was waited for can never end')]);
  });
});

describe('Ctrl-C during sigil optimize', () => {
  /** Runs it and interrupts it `times` times once some requests were made. */
  function interrupted(times: number): Promise<Ran> {
    return project.optimize([...onTickets, ...smallSearch], {
      onStart: (child) => {
        let sent = 0;
        const poll = setInterval(() => {
          if (project.server.requests.length < 40 || sent >= times) return;
          sent += 1;
          child.kill('SIGINT');
        }, 20);
        child.on('close', () => clearInterval(poll));
      },
    });
  }

  it('keeps cache and journal, writes nothing, and the same command ends as if nothing had happened', async () => {
    await project.optimize([...onTickets, ...smallSearch, '--no-cache']);
    const expected = project.read('src/ticket.opt.json');
    const evidence = parseTunedFile(expected, 'x').evidence['*'];
    execFileSync('rm', [path.join(project.root, 'src/ticket.opt.json')]);
    await runSigil(project.root, ['generate']);
    const before = project.files();

    await project.serve(answerTicket, 15);
    const stopped = await interrupted(1);
    expect([stopped.code, stopped.out]).toEqual([130, '']);
    expect(stopped.err).toContain('Stopping after the calls that are under way. What came back is kept');
    expect(stopped.err).toMatch(/Nothing was written\. Replies are kept: the same command goes on from here/);
    expect(project.files()).toEqual(before);
    expect(project.records()).toContain('"outcome":"cancelled"');

    const asked = project.server.requests.length;
    const again = await project.optimize([...onTickets, ...smallSearch, '--json']);
    const { calls }: { calls: { calls: number; cached: number } } = JSON.parse(again.out);
    expect(calls.cached).toBeGreaterThan(20);
    expect(project.server.requests.length - asked).toBe(calls.calls - calls.cached);
    expect(project.read('src/ticket.opt.json')).toBe(expected);
    expect(evidence?.calls).toBeGreaterThan(0);
  });

  it('ends at once the second time, whatever is still under way', async () => {
    project.write('m.ts', 'export const never = () => new Promise(() => setInterval(() => {}, 1000));\n');
    const { code, err } = await project.optimize(
      ['--data', 'data/tickets.jsonl', '--metric', './m.ts#never'],
      {
        onStart: (child) => {
          const poll = setInterval(() => project.server.requests.length >= 8 && child.kill('SIGINT'), 100);
          child.on('close', () => clearInterval(poll));
        },
      },
    );
    expect(code).toBe(130);
    expect(err).toContain('Ctrl-C again ends at once.');
    expect(hasTuned()).toBe(false);
  });
});
