import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseTunedFile } from '@sigil/codegen';
import { describe, expect, it } from 'vitest';
import { runSigil } from '../fixtures/run-sigil.js';
import { onTickets, servedProject, smallSearch } from '../fixtures/served-project.js';
import { answerTicket } from '../fixtures/ticket-server.js';

const project = servedProject();

const hasTuned = (): boolean => existsSync(path.join(project.root, 'src/ticket.opt.json'));

describe('sigil optimize', () => {
  it('writes the better state and compiles it, after a test on rows that the search never saw', async () => {
    const { code, out, err } = await project.optimize([...onTickets, ...smallSearch]);
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
    const after = await project.evaluate([...onTickets, '--json']);
    expect(JSON.parse(after.out)).toMatchObject({ state: '4 demos' });
    expect(
      project.read('src/ticket.opt.json') + project.read('src/ticket.gen.ts') + project.records(),
    ).not.toContain('sk-canary');
  });

  it('gives the same bytes again, from the cache, without another call', async () => {
    await project.optimize([...onTickets, ...smallSearch]);
    const first = project.read('src/ticket.opt.json');
    const asked = project.server.requests.length;
    execFileSync('rm', [path.join(project.root, 'src/ticket.opt.json')]);
    await runSigil(project.root, ['generate']);
    await project.optimize([...onTickets, ...smallSearch]);
    expect(project.read('src/ticket.opt.json')).toBe(first);
    expect(project.server.requests.length).toBe(asked);
  });

  it('leaves a record: what happened in order, the candidates, the outcome', async () => {
    await project.optimize([...onTickets, ...smallSearch]);
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
    await project.serve((request) => answerTicket({ ...request, body: {} }));
    const before = project.files();
    const { code, out } = await project.optimize([...onTickets, ...smallSearch]);
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
    const { code, out } = await project.optimize([
      '--train',
      'train.jsonl',
      '--val',
      'val.jsonl',
      '--test',
      'test.jsonl',
      '--metric',
      'exact-match',
      ...smallSearch,
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
    await project.optimize([...onTickets, ...smallSearch, '--only-this-model']);
    const own = parseTunedFile(project.read('src/ticket.opt.json'), 'x');
    expect(Object.keys(own.predictors['']?.variants ?? {})).toEqual(['some-model']);
    await project.optimize([...onTickets, ...smallSearch, '--lm', `${project.server.baseURL}#other`]);
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
    const { code, out } = await project.optimize(args);
    expect([code, out]).toEqual([0, expect.stringContaining(`with ${name}, seed 1, on some-model`)]);
    expect(hasTuned()).toBe(true);
  });

  it('asks the teacher for the demos', async () => {
    await project.optimize([...onTickets, ...smallSearch, '--teacher', `${project.server.baseURL}#teacher`]);
    const models = new Set(project.server.requests.map((request) => request.body.model));
    expect(models).toEqual(new Set(['some-model', 'teacher']));
  });
});
