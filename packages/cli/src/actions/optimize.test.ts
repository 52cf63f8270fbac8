import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseTunedFile } from '@sigil/codegen';
import { type FakeServer } from '@sigil/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { onTickets } from '../fixtures/eval-tickets.js';
import { optimizeTickets, recordsOf, small } from '../fixtures/optimize-tickets.js';
import { runSigil, type Ran, type RunOptions } from '../fixtures/run-sigil.js';
import type { TemporaryProject } from '../fixtures/temporary-project.js';
import { ticketProject } from '../fixtures/ticket-project.js';
import { answerTicket, ticketServer } from '../fixtures/ticket-server.js';

let project: TemporaryProject;
let server: FakeServer;
beforeEach(async () => {
  [project, server] = await Promise.all([ticketProject(), ticketServer()]);
});
afterEach(async () => {
  project.remove();
  await server.close();
});

const optimize = (args: readonly string[], options: RunOptions = {}): Promise<Ran> =>
  optimizeTickets(project, server, args, options);

async function replaceServer(...args: Parameters<typeof ticketServer>): Promise<void> {
  await server.close();
  server = await ticketServer(...args);
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
    expect(
      project.read('src/ticket.opt.json') + project.read('src/ticket.gen.ts') + recordsOf(project),
    ).not.toContain('sk-canary');
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
