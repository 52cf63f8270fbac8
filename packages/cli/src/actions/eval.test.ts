import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { respond, type FakeResponse, type FakeServer } from '@sigil/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runSigil, type Ran, type RunOptions } from '../fixtures/run-sigil.js';
import { ticketProject } from '../fixtures/ticket-project.js';
import { answerTicket, ticketServer } from '../fixtures/ticket-server.js';
import type { TemporaryProject } from '../fixtures/temporary-project.js';

let project: TemporaryProject;
let server: FakeServer | undefined;
beforeEach(async () => {
  project = await ticketProject();
});
afterEach(async () => {
  project.remove();
  await server?.close();
  server = undefined;
});

/** Share of the sample rows that the model of {@link ticketServer} gets right without demos. */
const right = 29 / 60;

const metric = ['--metric', 'exact-match'];

async function evalWith(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const base = ['eval', 'src/ticket.ts#Ticket', '--lm', 'openai:some-model'];
  const env = {
    OPENAI_BASE_URL: server?.baseURL ?? 'http://127.0.0.1:9/v1',
    OPENAI_API_KEY: 'sk-canary-1',
    ...options.env,
  };
  return runSigil(project.root, [...base, ...args], { ...options, env });
}

const onTickets = ['--data', 'data/tickets.jsonl', ...metric];

describe('sigil eval', () => {
  it('prints the score with its interval, what was parsed, and where the record is', async () => {
    server = await ticketServer();
    const { code, out, err } = await evalWith([...onTickets, '--save', 'saved']);
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
    server = await ticketServer();
    await evalWith([...onTickets, '--out', 'rows.jsonl']);
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
    server = await ticketServer();
    await evalWith(onTickets);
    const asked = server.requests.length;
    const second = await evalWith([...onTickets, '--json']);
    expect(server.requests.length).toBe(asked);
    expect(JSON.parse(second.out)).toMatchObject({ rows: 60, mean: right, calls: { calls: 60, cached: 60 } });
    expect(readdirSync(path.join(project.root, '.sigil/runs'))).toHaveLength(2);
    await evalWith([...onTickets, '--no-cache', '--limit', '5']);
    expect(server.requests.length).toBe(asked + 5);
  });

  it('counts a reply that cannot be parsed or was cut off as 0, and says why', async () => {
    server = await ticketServer((request) =>
      request.text.includes('refund') ? respond.cutOff('team: bil') : answerTicket(request),
    );
    const { code, out } = await evalWith(onTickets);
    expect(code).toBe(0);
    expect(out).toContain('parsed       58/60  (96.7 %)');
    expect(out).toMatch(
      /2 rows could not be parsed. The first is row \d+: Cannot use the reply: it was cut off/,
    );
  });

  it('takes metrics of a file, of some outputs, and of the configuration', async () => {
    server = await ticketServer(answerTicket, 10);
    project.write(
      'metrics.ts',
      'export const same = (row: any, answer: any): boolean => row.team === answer.team;\n',
    );
    const config = (text: string): string =>
      `import { defineConfig } from '@sigil/cli';\nexport default defineConfig(${text});\n`;
    project.write('base.ts', config('{ metrics: { mine: () => 0.25 }, concurrency: 1 }'));
    project.write(
      'sigil.config.ts',
      config(`{ extends: './base.ts', concurrency: 2, settings: { maxOutputTokens: 7 } }`),
    );
    const scores: unknown[] = [];
    for (const name of ['./metrics.ts#same', 'exact-match:team', 'mine']) {
      const { out, err } = await evalWith(['--data', 'data/tickets.jsonl', '--metric', name, '--json']);
      expect(err).not.toContain('error');
      const { metric: called, mean }: { metric: string; mean: number } = JSON.parse(out);
      scores.push([called, mean]);
    }
    expect(scores).toEqual([
      ['metrics.ts#same', right],
      ['exact-match:team', right],
      ['mine', 0.25],
    ]);
    expect(server.maxConcurrency).toBe(2);
    expect(server.requests[0]?.body).toMatchObject({ max_tokens: 7 });
  });

  it('takes the model from SIGIL_MODEL: a URL with its key, and asks a service for its only model', async () => {
    server = await ticketServer((request) =>
      request.path === '/v1/models'
        ? respond.json({ data: [{ id: 'the-only-one' }] })
        : answerTicket(request),
    );
    const { out } = await runSigil(project.root, ['eval', 'Ticket', ...onTickets, '--limit', '3', '--json'], {
      env: { SIGIL_MODEL: server.baseURL.replace('http://', 'http://sk-own@') },
    });
    expect(JSON.parse(out)).toMatchObject({ model: 'the-only-one', rows: 3 });
    expect(server.requests.at(-1)?.headers.authorization).toBe('Bearer sk-own');
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
    const hash = 'h:0000000000000000';
    const tuned = (id: string): string =>
      JSON.stringify({
        format: 1,
        program: id,
        predictors: {
          '': {
            signature: id,
            basedOn: { instructions: hash, fields: {} },
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

  it('colors nothing when piped or with NO_COLOR, and something with FORCE_COLOR', async () => {
    server = await ticketServer();
    const escape = '\u001b[';
    const run = (env: Readonly<Record<string, string>>): Promise<Ran> =>
      evalWith([...onTickets, '--limit', '2'], { env });
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
    const [quiet, debug] = await Promise.all([evalWith(args), evalWith(args, { env: { SIGIL_DEBUG: '1' } })]);
    expect([quiet.err, debug.err].map((err) => /^ {4}at /m.test(err))).toEqual([false, true]);
  });
});

describe('sigil eval before anything is sent', () => {
  const write = (rows: readonly object[]): void =>
    project.write('bad.jsonl', rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const good = { message: 'My card was charged twice.', team: 'billing' };

  it.each([
    ['a dataset that is missing', 'there is no such file', undefined],
    ['an empty dataset', 'it has no rows', []],
    [
      'an unknown field',
      "bad.jsonl:2: field 'tema': unknown field, expected one of: message, team",
      [good, { ...good, tema: 'x' }],
    ],
    [
      'a row that breaks its type',
      `bad.jsonl:1: field 'team': got "sale", expected one of`,
      [{ ...good, team: 'sale' }],
    ],
    [
      'a row with nothing to compare',
      'bad.jsonl:1: it tells none of the outputs (team)',
      [{ message: 'Hello?' }],
    ],
  ])('refuses %s', async (_, sentence, rows) => {
    server = await ticketServer();
    if (rows !== undefined) write(rows);
    const { code, out, err } = await evalWith(['--data', 'bad.jsonl', ...metric]);
    expect({ code, out, requests: server.requests.length }).toEqual({ code: 2, out: '', requests: 0 });
    expect(err).toContain('error SIGIL5001: Cannot');
    expect(err).toContain(sentence);
  });

  it('refuses a class without an artifact, and a stale one, naming the field and the command', async () => {
    const gen = project.read('src/ticket.gen.ts');
    project.write(
      'src/other.ts',
      project.read('src/ticket.ts').replaceAll('Ticket', 'Other').replace('ticket.gen', 'other.gen'),
    );
    const missing = await runSigil(project.root, ['eval', 'src/other.ts#Other', ...onTickets]);
    expect(missing.code).toBe(2);
    expect(missing.err).toContain('Cannot run Other: the class has no generated artifact');
    expect(missing.err).toContain("Run 'sigil generate");
    project.write('src/ticket.ts', project.read('src/ticket.ts').replace("| 'sales'", "| 'sales' | 'legal'"));
    const stale = await evalWith(onTickets);
    expect(stale.code).toBe(2);
    expect(stale.err).toBe(
      "error SIGIL1003: Cannot run src/ticket.ts#Ticket: its artifact is stale (Ticket: output 'team' has another type). Run 'sigil generate'.\n",
    );
    expect(project.read('src/ticket.gen.ts')).toBe(gen);
  });

  it('refuses a class with a type that it does not know', async () => {
    project.write(
      'src/ticket.ts',
      project.read('src/ticket.ts').replace('message!: string', 'message!: Date'),
    );
    const { code, err } = await evalWith(onTickets);
    expect(code).toBe(2);
    expect(err).toMatch(/src\/ticket\.ts:10:\d+ - error SIGIL2101: .*'Ticket.message'/);
  });

  it('says how to name a model when there is none, and refuses names of no known form', async () => {
    const none = await runSigil(project.root, ['eval', 'Ticket', ...onTickets]);
    expect([none.code, none.err]).toEqual([
      2,
      expect.stringContaining('Give --lm llama (a small model in this process'),
    ]);
    const wrong = await runSigil(project.root, ['eval', 'Ticket', ...onTickets, '--lm', 'gpt-5']);
    expect([wrong.code, wrong.err]).toEqual([
      2,
      expect.stringContaining("Cannot use the model 'gpt-5' of --lm"),
    ]);
  });

  it('says what is wrong with weights, and every way to get some', async () => {
    project.write('garbage.gguf', 'not a model');
    const garbage = await evalWith([...onTickets, '--lm', './garbage.gguf']);
    expect([garbage.code, garbage.err]).toEqual([2, expect.stringContaining('Cannot use ')]);
    expect(garbage.err).toContain('expected "GGUF"');
    const env = { SIGIL_CACHE: path.join(project.root, 'weights'), PATH: '' };
    project.write('weights/SmolLM2-135M-Instruct.Q4_1.gguf', 'GGUF, but another one');
    const none = await evalWith([...onTickets, '--lm', 'llama'], { env });
    expect([none.code, none.out]).toEqual([2, '']);
    expect(none.err).toMatch(/warning Cannot use the weights in .*: its SHA-256 is \w{64}, expected \w{64}/);
    expect(none.err).toMatch(
      /error SIGIL6001: Cannot get the weights .* Any one of these is enough:\n {2}1\. SIGIL_MODEL/,
    );
    expect(readdirSync(project.root)).not.toContain('.sigil');
  });

  it('finds that the record cannot be kept', async () => {
    server = await ticketServer();
    writeFileSync(path.join(project.root, '.sigil'), 'a file');
    const { code, err } = await evalWith(onTickets);
    expect([code, server.requests.length]).toEqual([2, 0]);
    expect(err).toContain('Cannot keep the record of this run');
    expect(err).toContain('Make the folder writable. Nothing was sent.');
  });

  it('prints errors as JSON too when asked', async () => {
    const { out, err } = await evalWith(['--data', 'nope.jsonl', ...metric, '--json']);
    expect(JSON.parse(out)).toEqual({
      error: { code: 'SIGIL5001', message: 'Cannot read nope.jsonl: there is no such file. Check the path.' },
    });
    expect(err).toContain('Cannot read nope.jsonl');
  });
});

describe('sigil eval with a model that does not answer', () => {
  const unauthorized = 'refused the key (HTTP 401)';
  it.each<[string, FakeResponse, number, string]>([
    ['401', respond.unauthorized(), 1, unauthorized],
    [
      '429',
      respond.tooManyRequests({ milliseconds: 5 }),
      4,
      'limits the rate (HTTP 429), asking to wait 0.005 s',
    ],
    [
      '500',
      respond.serverError(500, { 'retry-after-ms': '5' }),
      4,
      'failed (HTTP 500): The server had an error.',
    ],
    ['HTML', respond.html(), 1, 'expected a chat completion. Check the base URL.'],
    ['nothing', respond.emptyBody(), 1, 'got an empty body, expected a chat completion'],
  ])('stops at %s, and gives no score', async (_, response, requests, sentence) => {
    server = await ticketServer(() => response);
    const { code, out, err } = await evalWith([...onTickets, '--concurrency', '1']);
    expect([code, out, server.requests.length]).toEqual([2, '', requests]);
    expect(err).toContain(`Cannot`);
    expect(err).toContain(sentence);
    expect(err).toContain('Stopped after 0 of 60 rows. Replies are kept: the same command goes on from here');
    expect(err).not.toContain('sk-canary');
    expect(err).not.toMatch(/^ {4}at /m);
  });

  it('keeps the replies that it has, and goes on with them', async () => {
    let broken = true;
    server = await ticketServer((request) =>
      broken && request.lastMessage.includes('reset') ? respond.unauthorized() : answerTicket(request),
    );
    const first = await evalWith([...onTickets, '--concurrency', '1']);
    expect(first.code).toBe(2);
    const answered = server.requests.length - 1;
    expect(answered).toBeGreaterThan(0);
    broken = false;
    const second = await evalWith([...onTickets, '--json']);
    expect(JSON.parse(second.out)).toMatchObject({ calls: { calls: 60, cached: answered } });
  });

  it('waits as long as the service asks, and says so', async () => {
    let refused = false;
    server = await ticketServer((request) => {
      if (refused) return answerTicket(request);
      refused = true;
      return respond.tooManyRequests({ milliseconds: 20 });
    });
    const { code, err } = await evalWith([...onTickets, '--concurrency', '1', '--limit', '3']);
    expect(code).toBe(0);
    expect(err).toMatch(
      /warning Cannot call some-model: .* limits the rate \(HTTP 429\).* Next try in 1 s\./,
    );
  });
});

describe('sigil eval with a broken metric', () => {
  it.each([
    ['nan', 'it gave NaN, expected a number from 0 to 1'],
    ['boom', 'it threw no such thing, expected a number'],
  ])('stops when it is %s, names the row, and keeps the replies', async (name, sentence) => {
    server = await ticketServer();
    project.write(
      'metrics.ts',
      `export const nan = (): number => NaN;\nexport const boom = (): number => { throw new Error('no such thing'); };\n`,
    );
    const args = ['--data', 'data/tickets.jsonl', '--metric', `./metrics.ts#${name}`, '--concurrency', '1'];
    const { code, out, err } = await evalWith(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(
      `error SIGIL5002: Cannot score row 1 with metric 'metrics.ts#${name}': ${sentence}`,
    );
    expect(err).toContain('Replies are kept');
  });

  it.each([
    ['./metrics.ts#nope', 'there is no such export'],
    ['./nope.ts#same', 'there is no file ./nope.ts'],
    ['exact', 'expected one of exact-match, f1, includes'],
    ['exact-match:tema', 'has no such output, expected one of: team'],
  ])('refuses %s', async (name, sentence) => {
    project.write('metrics.ts', 'export const same = 1;\n');
    const { code, err } = await evalWith(['--data', 'data/tickets.jsonl', '--metric', name]);
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
  });
});

describe('sigil eval with a cache folder that is read-only', () => {
  it('goes on without it, and says so once', async () => {
    server = await ticketServer();
    for (const [folder, mode] of [
      ['', 0o755],
      ['.sigil', 0o777],
      ['.sigil/runs', 0o777],
      ['.sigil/cache', 0o555],
    ] as const) {
      mkdirSync(path.join(project.root, folder), { recursive: true });
      chmodSync(path.join(project.root, folder), mode);
    }
    const { code, out, err } = await evalWith(onTickets, { unprivileged: true });
    expect([code, out]).toEqual([0, expect.stringContaining('parsed       60/60')]);
    expect(err.match(/^warning /gm)).toHaveLength(1);
    expect(err).toMatch(
      /warning Cannot open the cache .* Calls go on without it, and every reply is paid for\./,
    );
  });
});

describe('Ctrl-C during sigil eval', () => {
  it('stops cleanly, keeps what came back, and goes on from there', async () => {
    server = await ticketServer(answerTicket, 30);
    let sent = false;
    const stopped = await evalWith([...onTickets, '--concurrency', '2'], {
      onStart: (child) => {
        const poll = setInterval(() => {
          if ((server?.requests.length ?? 0) < 8 || sent) return;
          sent = true;
          clearInterval(poll);
          child.kill('SIGINT');
        }, 5);
        child.on('close', () => clearInterval(poll));
      },
    });
    expect(stopped.code).toBe(130);
    expect(stopped.out).toBe('');
    expect(stopped.err).toContain('Stopping. What came back is kept; Ctrl-C again ends at once.');
    expect(stopped.err).toMatch(
      /Stopped after \d+ of 60 rows\. Replies are kept: the same command goes on from here/,
    );
    const before = server.requests.length;
    const { out } = await evalWith([...onTickets, '--json']);
    const { calls }: { calls: { cached: number } } = JSON.parse(out);
    expect(calls.cached).toBeGreaterThan(0);
    expect(server.requests.length - before).toBe(60 - calls.cached);
  });
});
