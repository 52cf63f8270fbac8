import { readdirSync } from 'node:fs';
import path from 'node:path';
import { basisOf, plan } from '@sigil/codegen';
import { respond } from '@sigil/testing';
import { chatAdapter } from 'sigil/adapter';
import { describe, expect, it } from 'vitest';
import { runSigil, type Ran } from '../fixtures/run-sigil.js';
import { onTickets, servedProject, smallSearch } from '../fixtures/served-project.js';
import { answerTicket } from '../fixtures/ticket-server.js';

const project = servedProject();

/** Share of the sample rows that the model of the service gets right without demos. */
const right = 29 / 60;

const metric = ['--metric', 'exact-match'];

describe('sigil eval', () => {
  it('prints the score with its interval, what was parsed, and where the record is', async () => {
    const { code, out, err } = await project.evaluate([...onTickets, '--save', 'saved']);
    expect(err).toMatch(/^(evaluating: .*\n)+$/);
    expect(out.replace(/[\d.]+ s$/m, 'N s').replace(/[\d,]+ tokens in, [\d,]+ out/, 'N tokens in, N out'))
      .toBe(`src/ticket.ts#Ticket on data/tickets.jsonl, 60 rows

  exact-match  48.3 %  (95 % interval 35.0 to 61.7)
  parsed       60/60  (100.0 %)
  model        some-model
  state        the bare signature
  calls        60, N tokens in, N out
  time         N s
  record       saved
`);
    expect(code).toBe(0);
  });

  it('leaves a record of model, artifact, dataset, metric and per-row scores, without the key', async () => {
    await project.evaluate([...onTickets, '--out', 'rows.jsonl']);
    const runs = path.join(project.root, '.sigil/runs');
    const [run = ''] = readdirSync(runs);
    expect(run).toMatch(/^\d{4}-\d\d-\d\d-\d{4}-eval-Ticket$/);
    const record: unknown = JSON.parse(project.read(`.sigil/runs/${run}/record.json`));
    expect(record).toMatchObject({
      program: 'src/ticket.ts#Ticket',
      model: 'some-model',
      metric: 'exact-match',
      artifact: expect.stringMatching(/^h:/),
      dataset: expect.stringMatching(/^h:/),
      outcome: 'complete',
    });
    const rows = project.read(`.sigil/runs/${run}/rows.jsonl`);
    expect(rows.trim().split('\n')).toHaveLength(60);
    expect(project.read('rows.jsonl')).toBe(rows);
    expect(JSON.stringify(record) + rows).not.toContain('sk-canary');
  });

  it('gives two runs of one minute two records, and takes the second from the cache', async () => {
    await project.evaluate(onTickets);
    const asked = project.server.requests.length;
    const second = await project.evaluate([...onTickets, '--json']);
    expect(project.server.requests.length).toBe(asked);
    expect(JSON.parse(second.out)).toMatchObject({ rows: 60, mean: right, calls: { calls: 60, cached: 60 } });
    expect(readdirSync(path.join(project.root, '.sigil/runs'))).toHaveLength(2);
    await project.evaluate([...onTickets, '--no-cache', '--limit', '5']);
    expect(project.server.requests.length).toBe(asked + 5);
  });

  it('counts a reply that cannot be parsed or was cut off as 0, and says why', async () => {
    await project.serve((request) =>
      request.text.includes('refund') ? respond.cutOff('team: bil') : answerTicket(request),
    );
    const { code, out } = await project.evaluate(onTickets);
    expect(code).toBe(0);
    expect(out).toContain('parsed       58/60  (96.7 %)');
    expect(out).toMatch(
      /2 rows could not be parsed. The first is data\/tickets\.jsonl:\d+: Cannot use the reply: it was cut off/,
    );
  });

  it('takes metrics of a file, of some outputs, and of the configuration', async () => {
    await project.serve(answerTicket, 10);
    project.write(
      'metrics.ts',
      'export const same = (row: any, answer: any): boolean => row.team === answer.team;\n',
    );
    const config = (text: string): string =>
      `import { defineConfig } from '@sigil/cli';\nexport default defineConfig(${text});\n`;
    project.write('base.ts', config('{ metrics: { mine: () => 0.25 }, concurrency: 1 }'));
    project.write(
      'sigil.config.ts',
      config(`{ extends: './base.ts', concurrency: 2, settings: { maxOutputTokens: 7, seed: 1 },
        targets: { Ticket: { settings: { seed: 2 } }, Review: { settings: { stopSequences: ['.'] } } } }`),
    );
    const scores: unknown[] = [];
    for (const name of ['./metrics.ts#same', 'exact-match:team', 'mine']) {
      const { out, err } = await project.evaluate([
        '--data',
        'data/tickets.jsonl',
        '--metric',
        name,
        '--json',
      ]);
      expect(err).not.toContain('error');
      const { metric: called, mean }: { metric: string; mean: number } = JSON.parse(out);
      scores.push([called, mean]);
    }
    expect(scores).toEqual([
      ['metrics.ts#same', right],
      ['exact-match:team', right],
      ['mine', 0.25],
    ]);
    expect(project.server.maxConcurrency).toBe(2);
    expect(project.server.requests[0]?.body).toMatchObject({ max_tokens: 7, seed: 2 });
    expect(project.server.requests[0]?.body).not.toHaveProperty('stop');
  });

  it('takes the model from SIGIL_MODEL: a URL with its key, and asks a service for its only model', async () => {
    await project.serve((request) =>
      request.path === '/v1/models'
        ? respond.json({ data: [{ id: 'the-only-one' }] })
        : answerTicket(request),
    );
    const { out } = await runSigil(project.root, ['eval', 'Ticket', ...onTickets, '--limit', '3', '--json'], {
      env: { SIGIL_MODEL: project.server.baseURL.replace('http://', 'http://sk-own@') },
    });
    expect(JSON.parse(out)).toMatchObject({ model: 'the-only-one', rows: 3 });
    expect(project.server.requests.at(-1)?.headers.authorization).toBe('Bearer sk-own');
  });

  it('takes the model of the configuration, and the state that --state names', async () => {
    project.write(
      'sigil.config.ts',
      `const lm = {
        modelId: 'mine',
        capabilities: { seed: true },
        prepare: (call) => ({ endpoint: 'mine', body: { messages: call.messages } }),
        doGenerate: async (call) => ({ text: call.messages.length > 2 ? 'team: sales' : 'team: billing', finishReason: 'stop', model: 'mine' }),
        async *doStream() {},
      };
      export default { lm: async () => lm };\n`,
    );
    const [spec] = (await plan({ root: project.root, adapters: [chatAdapter] })).signatures;
    const basedOn = spec && basisOf(spec);
    const tuned = (id: string): string =>
      JSON.stringify({
        format: 1,
        program: id,
        predictors: {
          '': {
            signature: id,
            basedOn,
            variants: { '*': { demos: [{ message: 'Hello?', team: 'sales' }] } },
          },
        },
        evidence: {},
      });
    project.write('elsewhere/a.opt.json', tuned('src/ticket.ts#Ticket'));
    project.write('elsewhere/b.opt.json', tuned('src/ticket.ts#Other'));
    const run = (state: string): Promise<Ran> =>
      runSigil(project.root, ['eval', 'Ticket', ...onTickets, '--state', state, '--json']);
    const [bare, other, wrong] = await Promise.all(
      ['none', 'elsewhere/a.opt.json', 'elsewhere/b.opt.json'].map(run),
    );
    expect(JSON.parse(bare?.out ?? '')).toMatchObject({
      model: 'mine',
      state: 'the bare signature',
      mean: 1 / 3,
    });
    expect(JSON.parse(other?.out ?? '')).toMatchObject({
      state: 'elsewhere/a.opt.json: 1 demo',
      mean: 1 / 3,
    });
    expect([wrong?.code, wrong?.err]).toEqual([
      2,
      expect.stringContaining('it holds the state of src/ticket.ts#Other'),
    ]);
  });

  it('gives a model that is called like a member of every object the state for every model', async () => {
    expect((await project.optimize([...onTickets, ...smallSearch])).code).toBe(0);
    const asked = async (model: string) => {
      const { code, out } = await project.evaluate([
        ...onTickets,
        '--limit',
        '1',
        '--no-cache',
        '--lm',
        `openai:${model}`,
        '--json',
      ]);
      const { state }: { state: string } = JSON.parse(out);
      return { code, state, messages: project.server.requests.at(-1)?.body.messages };
    };
    const usual = await asked('some-model');
    expect(usual.state).toContain('demos');
    expect(await asked('constructor')).toEqual(usual);
  });

  it('colors nothing when piped or with NO_COLOR, and something with FORCE_COLOR', async () => {
    const escape = '\u001b[';
    const run = (env: Readonly<Record<string, string>>): Promise<Ran> =>
      project.evaluate([...onTickets, '--limit', '2'], { env });
    const [piped, forced, never] = await Promise.all(
      [{}, { FORCE_COLOR: '1' }, { FORCE_COLOR: '1', NO_COLOR: '1' }].map(run),
    );
    expect([piped?.out, forced?.out, never?.out].map((out) => out?.includes(escape))).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('shows a stack with SIGIL_DEBUG=1 only', async () => {
    const args = ['--data', 'nope.jsonl', ...metric];
    const [quiet, debug] = await Promise.all([
      project.evaluate(args),
      project.evaluate(args, { env: { SIGIL_DEBUG: '1' } }),
    ]);
    expect([quiet.err, debug.err].map((err) => /^ {4}at /m.test(err))).toEqual([false, true]);
  });
});
