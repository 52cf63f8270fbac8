import { FakeServer } from '@sigil/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runSigil } from '../fixtures/run-sigil.js';
import { ticketProject } from '../fixtures/ticket-project.js';
import type { TemporaryProject } from '../fixtures/temporary-project.js';
import { ticketServer } from '../fixtures/ticket-server.js';

let project: TemporaryProject;
beforeEach(async () => {
  project = await ticketProject();
});
afterEach(() => project.remove());

const render = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runSigil(project.root, ['render', 'src/ticket.ts#Ticket', ...args], { env });

function bodiesIn(out: string): readonly string[] {
  const { requests }: { requests: readonly { body: string }[] } = JSON.parse(out);
  return requests.map(({ body }) => body);
}

describe('sigil render', () => {
  it.each([
    ['chat/1', []],
    ['json/1', ['--adapter', 'json']],
  ])(
    'prints the whole request that a run sends, its body byte for byte, and calls nobody: %s',
    async (id, adapter) => {
      const server = await ticketServer(() => '{"team":"billing"}');
      const env = { SIGIL_MODEL: `${server.baseURL}#some-model`, OPENAI_API_KEY: 'sk-canary-1' };
      const onRow = ['--data', 'data/tickets.jsonl', ...adapter];
      const { code, out } = await render([...onRow, '--row', '1', '--json'], env);
      expect(server.requests).toHaveLength(0);
      const once = ['--limit', '1', '--metric', 'exact-match'];
      await runSigil(project.root, ['eval', 'Ticket', ...onRow, ...once], { env });
      const [sent] = server.requests;
      const { baseURL } = server;
      await server.close();
      expect(code).toBe(0);
      expect(out).not.toContain('sk-canary');
      expect(JSON.parse(out)).toEqual({
        program: 'src/ticket.ts#Ticket',
        path: '',
        requests: [
          {
            adapter: id,
            model: 'some-model',
            endpoint: `${baseURL}/chat/completions`,
            method: sent?.method,
            headers: {
              'content-type': sent?.headers['content-type'],
              accept: sent?.headers.accept,
              authorization: 'Bearer ***',
            },
            messages: sent?.body.messages,
            body: sent?.text,
          },
        ],
      });
    },
  );

  it('prints the JSON schema in the request for a model that keeps replies to one, in the prompt for others', async () => {
    const server = await FakeServer.start(() => '{"team":"billing"}');
    const onRow = ['--data', 'data/tickets.jsonl', '--adapter', 'json'];
    const { out: without } = await render([...onRow, '--lm', `${server.baseURL}#some-model`, '--json']);
    project.write(
      'sigil.config.ts',
      `import { openai } from '${import.meta.resolve('@sigil/lm/openai')}';
export default { lm: openai('some-model', { baseURL: '${server.baseURL}', structuredOutput: true }) };
`,
    );
    const { out } = await render([...onRow, '--json']);
    await runSigil(project.root, ['eval', 'Ticket', ...onRow, '--limit', '1', '--metric', 'exact-match']);
    const [sent] = server.requests;
    await server.close();
    expect(bodiesIn(out)).toEqual([sent?.text]);
    expect(sent?.body.response_format).toMatchObject({
      type: 'json_schema',
      json_schema: { name: 'Ticket', strict: true, schema: { properties: { team: {} } } },
    });
    const schema = '"enum":["billing","technical","sales"]';
    expect(sent?.text.split(schema)).toHaveLength(2);
    expect(bodiesIn(without).join()).not.toContain('response_format');
    expect((await render(onRow)).out).toMatch(
      /\n--- JSON schema, in the request itself\n\{\n {2}"type": "object"/,
    );
  });

  it('prints both requests of an adapter of two, and where the reply to the first goes', async () => {
    const server = await FakeServer.start(['Money, so billing.', 'team: billing']);
    const env = { SIGIL_MODEL: `${server.baseURL}#some-model` };
    const onRow = ['--data', 'data/tickets.jsonl', '--adapter', 'two-step/1'];
    const { out } = await render([...onRow, '--json'], env);
    const { out: text } = await render(onRow, env);
    await runSigil(project.root, ['eval', 'Ticket', ...onRow, '--limit', '1', '--metric', 'exact-match'], {
      env,
    });
    await server.close();
    const [first, second] = bodiesIn(out);
    expect(first).toBe(server.requests[0]?.text);
    expect(second).toContain('(the reply to the first request)');
    expect(second?.replace('(the reply to the first request)', 'Money, so billing.')).toBe(
      server.requests[1]?.text,
    );
    expect(JSON.parse(out)).toMatchObject({
      requests: [{ step: 'answer' }, { step: 'extraction', answer: '(the reply to the first request)' }],
    });
    expect(text).toMatch(/\n=== second request, which reads the reply to the first\n--- system\n/);
  });

  it('shows the messages without a model too', async () => {
    const { out } = await render(['--input', '{"message":"Hello?"}', '--json']);
    expect(JSON.parse(out)).toEqual({
      program: 'src/ticket.ts#Ticket',
      path: '',
      requests: [
        { adapter: 'chat/1', messages: expect.arrayContaining([expect.objectContaining({ role: 'user' })]) },
      ],
    });
  });

  it('prints them for a person, each under its role', async () => {
    const { out } = await render(['--input', '{"message":"Two\\nlines"}']);
    expect(out).toMatch(/^--- system\nRoute a support ticket/);
    expect(out).toMatch(/\n--- user\n[^]*message: Two\nlines\n$/);
  });

  it.each([
    [['--input', '{"message":5}'], "field 'message'"],
    [['--input', '{"mesage":"x"}'], 'mesage'],
    [['--input', '{message}'], 'Cannot read --input: it is no JSON'],
    [['--input', '[]'], 'expected an object with the input fields'],
    [[], "give --input '{...}' or --data FILE, one of them"],
    [['--data', 'data/tickets.jsonl', '--row', '61'], 'Cannot render row 61: data/tickets.jsonl has 60.'],
    [
      ['--input', '{"message":"x"}', '--adapter', 'yaml'],
      "Cannot use the adapter 'yaml': expected one of chat, json, xml, compact, two-step.",
    ],
    [['--data', 'data/tickets.jsonl', '--row', '0'], 'Wanted a whole number from 1.'],
  ])('refuses %j', async (args, sentence) => {
    const { code, out, err } = await render(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(sentence);
  });
});
