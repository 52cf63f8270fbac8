import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseTunedFile } from '@sigil/codegen';
import { respond, type FakeServer } from '@sigil/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runSigil, type Ran, type RunOptions } from '../fixtures/run-sigil.js';
import { ticketProject } from '../fixtures/ticket-project.js';
import { answerTicket, ticketServer } from '../fixtures/ticket-server.js';
import type { TemporaryProject } from '../fixtures/temporary-project.js';

let project: TemporaryProject;
let server: FakeServer;
beforeEach(async () => {
  [project, server] = await Promise.all([ticketProject(), ticketServer()]);
});
afterEach(async () => {
  project.remove();
  await server.close();
});

async function replaceServer(...args: Parameters<typeof ticketServer>): Promise<void> {
  await server.close();
  server = await ticketServer(...args);
}

/** Ten candidates would prove nothing more, and take longer. */
const small = ['--candidates', '2', '--max-labeled-demos', '4', '--max-bootstrapped-demos', '2'];
const onTickets = ['--data', 'data/tickets.jsonl', '--metric', 'exact-match'];

function optimize(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const env = { SIGIL_MODEL: `${server.baseURL}#some-model`, OPENAI_API_KEY: 'sk-canary-1', ...options.env };
  return runSigil(project.root, ['optimize', 'src/ticket.ts#Ticket', ...args], { ...options, env });
}

/** Every file of the project's records, as one text. */
function records(): string {
  const runs = path.join(project.root, '.sigil/runs');
  return readdirSync(runs, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.jsonl?$/.test(file))
    .map((file) => project.read(`.sigil/runs/${file}`))
    .join('');
}

const hasTuned = (): boolean => existsSync(path.join(project.root, 'src/ticket.opt.json'));

describe('sigil optimize', () => {
  it('writes the better state and compiles it, after a test on rows that the search never saw', async () => {
    const { code, out, err } = await optimize([...onTickets, ...small]);
    expect([code, err]).toEqual([0, expect.stringMatching(/^((candidate|looking|confirming).*\n)+$/)]);
    const plain = out
      .replace(/[\d.]+ s$/m, 'N s')
      .replace(/calls {5}.*/, 'calls     N')
      .replace(/runs\/.*/, 'runs/ID');
    await expect(plain).toMatchFileSnapshot('golden/optimize-improved.txt');
    const tuned = parseTunedFile(project.read('src/ticket.opt.json'), 'src/ticket.opt.json');
    expect(tuned.evidence['*']).toMatchObject({
      optimizer: 'bootstrap-random-search',
      seed: 1,
      model: 'some-model',
      testLooks: 0,
    });
    expect(tuned.predictors['']?.variants['*']?.demos?.length).toBe(4);
    expect(project.read('src/ticket.gen.ts')).toContain('states: {');
    expect((await runSigil(project.root, ['check', '--tuned', 'error'])).code).toBe(0);
    const after = await runSigil(project.root, ['eval', 'Ticket', ...onTickets, '--json'], {
      env: { SIGIL_MODEL: `${server.baseURL}#some-model` },
    });
    expect(JSON.parse(after.out)).toMatchObject({ state: '4 demos' });
    expect(project.read('src/ticket.opt.json') + project.read('src/ticket.gen.ts') + records()).not.toContain(
      'sk-canary',
    );
  });

  it('gives the same bytes again, from the cache, without another call', async () => {
    await optimize([...onTickets, ...small]);
    const first = project.read('src/ticket.opt.json');
    const asked = server.requests.length;
    execFileSync('rm', [path.join(project.root, 'src/ticket.opt.json')]);
    await runSigil(project.root, ['generate']);
    await optimize([...onTickets, ...small]);
    expect(project.read('src/ticket.opt.json')).toBe(first);
    expect(server.requests.length).toBe(asked);
  });

  it('leaves a record: what happened in order, the candidates, the outcome', async () => {
    await optimize([...onTickets, ...small]);
    const [run = ''] = readdirSync(path.join(project.root, '.sigil/runs'));
    expect(run).toMatch(/-optimize-Ticket$/);
    const events = project
      .read(`.sigil/runs/${run}/journal.jsonl`)
      .trim()
      .split('\n')
      .map((line): { kind: string } => JSON.parse(line));
    expect(events[0]).toMatchObject({
      kind: 'run-started',
      program: 'src/ticket.ts#Ticket',
      model: 'some-model',
    });
    expect(events.at(-1)).toMatchObject({ kind: 'run-ended', outcome: 'improved' });
    expect(JSON.parse(project.read(`.sigil/runs/${run}/record.json`))).toMatchObject({
      format: 1,
      outcome: 'improved',
      metric: 'exact-match',
      evidence: { confirmation: { n: 14 } },
    });
  });

  it('writes nothing without evidence, says so, and ends with 0', async () => {
    await replaceServer((request) => answerTicket({ ...request, body: {} }));
    const before = project.files();
    const { code, out } = await optimize([...onTickets, ...small]);
    expect(code).toBe(0);
    expect(out).toMatch(/no evidence {2}None of \d (other )?candidates is better than the incumbent/);
    expect(out).toContain('written      nothing: the committed state stays');
    expect(project.files()).toEqual(before);
  });

  it('scores both states on the test rows only after the search, and records the look', async () => {
    const rows = project.read('data/tickets.jsonl').trim().split('\n');
    project.write('train.jsonl', rows.slice(0, 16).join('\n'));
    project.write('val.jsonl', rows.slice(16, 50).join('\n'));
    project.write('test.jsonl', rows.slice(50).join('\n'));
    const { code, out } = await optimize([
      '--train',
      'train.jsonl',
      '--val',
      'val.jsonl',
      '--test',
      'test.jsonl',
      '--metric',
      'exact-match',
      ...small,
      '--json',
    ]);
    expect(code).toBe(0);
    const result: { outcome: string; test: Record<'baseline' | 'optimized', { mean: number }> } =
      JSON.parse(out);
    expect(result.outcome).toBe('improved');
    expect(result.test.optimized.mean).toBeGreaterThan(result.test.baseline.mean);
    const { evidence } = parseTunedFile(project.read('src/ticket.opt.json'), 'x');
    expect(evidence['*']).toMatchObject({ testLooks: 1, data: { test: expect.stringMatching(/^h:/) } });
  });

  it('keeps the result for one model with --only-this-model, and what that model has when others get theirs', async () => {
    await optimize([...onTickets, ...small, '--only-this-model']);
    const own = parseTunedFile(project.read('src/ticket.opt.json'), 'x');
    expect(Object.keys(own.predictors['']?.variants ?? {})).toEqual(['some-model']);
    await optimize([...onTickets, ...small, '--lm', `${server.baseURL}#other`]);
    const both = parseTunedFile(project.read('src/ticket.opt.json'), 'x');
    expect(Object.keys(both.predictors['']?.variants ?? {})).toEqual(['*', 'some-model']);
    expect(both.predictors['']?.variants['some-model']).toEqual(own.predictors['']?.variants['some-model']);
    expect(both.evidence['some-model']).toEqual(own.evidence['some-model']);
    expect(both.evidence['*']?.model).toBe('other');
  });

  it.each([
    ['labeled-few-shot', 'labeled-few-shot'],
    ['BootstrapFewShot', 'bootstrap-few-shot'],
    ['bootstraprs', 'bootstrap-random-search'],
  ])('runs %s', async (given, name) => {
    const candidates = name === 'bootstrap-random-search' ? ['--candidates', '1'] : [];
    const args = [...onTickets, '--optimizer', given, '--max-labeled-demos', '4', ...candidates];
    const { code, out } = await optimize(args);
    expect([code, out]).toEqual([0, expect.stringContaining(`with ${name}, seed 1, on some-model`)]);
    expect(hasTuned()).toBe(true);
  });

  it('asks the teacher for the demos', async () => {
    await optimize([...onTickets, ...small, '--teacher', `${server.baseURL}#teacher`]);
    const models = new Set(server.requests.map((request) => request.body.model));
    expect(models).toEqual(new Set(['some-model', 'teacher']));
  });
});

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
    const { code, out, err } = await optimize(args);
    expect({ code, out, requests: server.requests.length }).toEqual({ code: 2, out: '', requests: 0 });
    expect(err).toContain(sentence);
  });

  it('refuses a stale class, and an x.opt.json that is nonsense, which it leaves alone', async () => {
    project.write('src/ticket.opt.json', '{ "format": 1 ');
    const nonsense = await optimize(onTickets);
    expect([nonsense.code, nonsense.err]).toEqual([
      2,
      expect.stringContaining('Cannot use src/ticket.opt.json: '),
    ]);
    expect(project.read('src/ticket.opt.json')).toBe('{ "format": 1 ');
    execFileSync('rm', [path.join(project.root, 'src/ticket.opt.json')]);
    project.write('src/ticket.ts', project.read('src/ticket.ts').replace("| 'sales'", "| 'sales' | 'legal'"));
    const stale = await optimize(onTickets);
    expect([stale.code, stale.err]).toEqual([
      2,
      expect.stringContaining("output 'team' has another type). Run 'sigil generate'"),
    ]);
    expect(server.requests).toHaveLength(0);
  });

  it('refuses a source folder that it cannot write', async () => {
    chmodSync(project.root, 0o755);
    chmodSync(path.join(project.root, 'src'), 0o555);
    const { code, err } = await optimize(onTickets, { unprivileged: true });
    chmodSync(path.join(project.root, 'src'), 0o755);
    expect([code, server.requests.length]).toEqual([2, 0]);
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
    const { code, err } = await optimize([...files, '--candidates', '5']);
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
    const { code, out, err } = await optimize(['--data', 'few.jsonl', '--metric', 'exact-match']);
    expect({ code, out, requests: server.requests.length }).toEqual({ code: 2, out: '', requests: 0 });
    expect(err).toContain(`Cannot split ${count} row${count === 1 ? '' : 's'} (${different} different)`);
    expect(err).toContain('Give more different rows: 20 are the fewest');
    expect(existsSync(path.join(project.root, '.sigil/runs'))).toBe(false);
  });

  it('leaves nothing behind where the search itself refuses its rows', async () => {
    project.write('same.jsonl', project.read('data/tickets.jsonl'));
    const files = ['--train', 'same.jsonl', '--val', 'same.jsonl', '--confirm', 'same.jsonl'];
    const { code, err } = await optimize([...files, '--metric', 'exact-match']);
    expect([code, err]).toEqual([2, expect.stringMatching(/^error SIGIL5001: Cannot optimize: .*\n$/)]);
    expect(existsSync(path.join(project.root, '.sigil/runs'))).toBe(false);
  });
});

describe('sigil optimize that cannot go on', () => {
  it('tells a key that is missing once, and leaves nothing behind', async () => {
    const { code, out, err } = await optimize([...onTickets, '--lm', 'openai:some-model', '--json'], {
      env: { OPENAI_API_KEY: '' },
    });
    expect([code, err]).toEqual([2, expect.stringMatching(/^error SIGIL4008: .*there is no API key.*\n$/)]);
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'SIGIL4008' } });
    expect(existsSync(path.join(project.root, '.sigil/runs'))).toBe(false);
  });

  it('fails when the model stops answering, writes nothing, and goes on with what it has', async () => {
    let left = 30;
    await replaceServer((request) => (left-- > 0 ? answerTicket(request) : respond.unauthorized()));
    const before = project.files();
    const failed = await optimize([...onTickets, ...small]);
    expect([failed.code, failed.out]).toEqual([2, '']);
    expect(failed.err).toContain('error SIGIL4002: Cannot call some-model');
    expect(failed.err).toContain('Nothing was written. Replies are kept: the same command goes on from here');
    expect(project.files()).toEqual(before);
    left = Infinity;
    const asked = server.requests.length;
    const again = await optimize([...onTickets, ...small, '--json']);
    expect(again.code).toBe(0);
    const { calls }: { calls: { calls: number; cached: number } } = JSON.parse(again.out);
    expect(calls.calls - calls.cached).toBe(server.requests.length - asked);
    expect(calls.cached).toBeGreaterThanOrEqual(30);
  });

  it('ends at a broken metric', async () => {
    project.write('m.ts', 'export const nan = (): number => NaN;\n');
    const { code, err } = await optimize([
      '--data',
      'data/tickets.jsonl',
      '--metric',
      './m.ts#nan',
      ...small,
    ]);
    expect(code).toBe(2);
    expect(err).toContain('error SIGIL5002: Cannot score row');
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
    await replaceServer((request) =>
      isTest(request.lastMessage) ? respond.unauthorized() : answerTicket(request),
    );
    const { code, out, err } = await optimize([
      '--data',
      'rest.jsonl',
      '--test',
      'test.jsonl',
      '--metric',
      'exact-match',
      ...small,
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
    const { code, err } = await optimize(['--data', 'data/tickets.jsonl', '--metric', './m.ts#never']);
    expect([code, err]).toEqual([2, expect.stringContaining('something that was waited for can never end')]);
  });
});

describe('Ctrl-C during sigil optimize', () => {
  /** Runs it and interrupts it `times` times once some requests were made. */
  function interrupted(times: number): Promise<Ran> {
    return optimize([...onTickets, ...small], {
      onStart: (child) => {
        let sent = 0;
        const poll = setInterval(() => {
          if (server.requests.length < 40 || sent >= times) return;
          sent += 1;
          child.kill('SIGINT');
        }, 20);
        child.on('close', () => clearInterval(poll));
      },
    });
  }

  it('keeps cache and journal, writes nothing, and the same command ends as if nothing had happened', async () => {
    await optimize([...onTickets, ...small, '--no-cache']);
    const expected = project.read('src/ticket.opt.json');
    const evidence = parseTunedFile(expected, 'x').evidence['*'];
    execFileSync('rm', [path.join(project.root, 'src/ticket.opt.json')]);
    await runSigil(project.root, ['generate']);
    const before = project.files();

    await replaceServer(answerTicket, 15);
    const stopped = await interrupted(1);
    expect([stopped.code, stopped.out]).toEqual([130, '']);
    expect(stopped.err).toContain('Stopping. What came back is kept; Ctrl-C again ends at once.');
    expect(stopped.err).toMatch(/Nothing was written\. Replies are kept: the same command goes on from here/);
    expect(project.files()).toEqual(before);
    expect(records()).toContain('"outcome":"cancelled"');

    const asked = server.requests.length;
    const again = await optimize([...onTickets, ...small, '--json']);
    const { calls }: { calls: { calls: number; cached: number } } = JSON.parse(again.out);
    expect(calls.cached).toBeGreaterThan(20);
    expect(server.requests.length - asked).toBe(calls.calls - calls.cached);
    expect(project.read('src/ticket.opt.json')).toBe(expected);
    expect(evidence?.calls).toBeGreaterThan(0);
  });

  it('ends at once the second time, whatever is still under way', async () => {
    project.write('m.ts', 'export const never = () => new Promise(() => setInterval(() => {}, 1000));\n');
    const { code, err } = await optimize(['--data', 'data/tickets.jsonl', '--metric', './m.ts#never'], {
      onStart: (child) => {
        const poll = setInterval(() => server.requests.length >= 8 && child.kill('SIGINT'), 100);
        child.on('close', () => clearInterval(poll));
      },
    });
    expect(code).toBe(130);
    expect(err).toContain('Ctrl-C again ends at once.');
    expect(hasTuned()).toBe(false);
  });
});
