import { UsageError } from '@sigil/spec';
import { FakeServer, respond } from '@sigil/testing';
import { contractResponse, languageModelContract } from '@sigil/testing/contracts';
import { afterAll, describe, expect, it } from 'vitest';
import { call, collect, scriptedService } from './fixtures/scripted-service.js';
import { openai, type OpenAIOptions } from './index.js';

const service = scriptedService();

describe('the contract', () => {
  let contractServer: FakeServer;
  afterAll(() => contractServer.close());
  languageModelContract({
    name: 'openai()',
    create: async () => {
      contractServer = await FakeServer.start(contractResponse, { delay: 20 });
      return openai('some-model', { baseURL: contractServer.baseURL });
    },
  });
});

describe('the contract where replies are kept to a JSON schema', () => {
  let contractServer: FakeServer;
  afterAll(() => contractServer.close());
  languageModelContract({
    name: 'openai() with structuredOutput',
    create: async () => {
      contractServer = await FakeServer.start(contractResponse, { delay: 20 });
      return openai('some-model', { baseURL: contractServer.baseURL, structuredOutput: true });
    },
  });
});

describe('openai() on the wire', () => {
  const settings = { temperature: 0, maxOutputTokens: 64, seed: 3, stopSequences: ['\n\n'] };

  it('sends exactly the body that prepare shows', async () => {
    const { server, lm } = await service.serving(['Hello.']);
    await lm.doGenerate({ ...call, settings, rollout: 2 });
    const [request] = server.requests;
    const prepared = lm.prepare({ ...call, settings, rollout: 2 });
    expect(request?.text).toBe(JSON.stringify(prepared.body));
    expect(`${server.url}${request?.path}`).toBe(prepared.endpoint);
    expect(prepared.body).toEqual({
      model: 'some-model',
      messages: [{ role: 'user', content: 'Hello?' }],
      temperature: 0,
      max_tokens: 64,
      seed: 3,
      stop: ['\n\n'],
    });
  });

  it('sends no setting that the call does not have', async () => {
    const { server, lm } = await service.serving(['Hello.']);
    await lm.doGenerate(call);
    expect(server.requests[0]?.body).toEqual({ model: 'some-model', messages: call.messages });
  });

  it('streams with the same body and the request for a stream with usage', async () => {
    const { server, lm } = await service.serving([respond.text('one two', { model: 'some-model-7' })]);
    const parts = await collect(lm.doStream({ ...call, settings }));
    expect(server.requests[0]?.body).toEqual({
      ...lm.prepare({ ...call, settings }).body,
      stream: true,
      stream_options: { include_usage: true },
    });
    expect(parts).toEqual([
      { kind: 'text', text: 'one ' },
      { kind: 'text', text: 'two' },
      {
        kind: 'end',
        reply: {
          text: 'one two',
          finishReason: 'stop',
          usage: { inputTokens: expect.any(Number), outputTokens: 2 },
          model: 'some-model-7',
        },
      },
    ]);
  });

  it('limits the reply by the name that the service knows', () => {
    const bodyAt = (baseURL: string, options: OpenAIOptions = {}) =>
      openai('m', { baseURL, ...options }).prepare({ ...call, settings: { maxOutputTokens: 5 } }).body;
    expect(bodyAt('https://api.openai.com/v1')).toHaveProperty('max_completion_tokens', 5);
    expect(bodyAt('https://unit.openai.azure.com/openai/v1/')).toHaveProperty('max_completion_tokens', 5);
    expect(bodyAt('http://localhost:11434/v1')).toHaveProperty('max_tokens', 5);
    expect(bodyAt('https://not-openai.com/v1')).toHaveProperty('max_tokens', 5);
    expect(bodyAt('https://gateway.test/v1', { tokenLimitKey: 'max_completion_tokens' })).toHaveProperty(
      'max_completion_tokens',
      5,
    );
  });

  it('keeps a reply whole', async () => {
    const { lm } = await service.serving([respond.text('Hello.', { model: 'some-model-2026' })]);
    expect(await lm.doGenerate(call)).toEqual({
      text: 'Hello.',
      finishReason: 'stop',
      usage: { inputTokens: expect.any(Number), outputTokens: 2 },
      model: 'some-model-2026',
    });
  });

  it.each([
    ['cut off', respond.cutOff('Hel'), { text: 'Hel', finishReason: 'length' }],
    ['filtered', respond.filtered('He'), { text: 'He', finishReason: 'content-filter' }],
    ['empty', respond.emptyText(), { text: '', finishReason: 'stop' }],
    [
      'asking for a tool',
      respond.json({ choices: [{ message: { content: null }, finish_reason: 'tool_calls' }] }),
      { text: '', finishReason: 'other' },
    ],
    [
      'refused by the model',
      respond.json({ choices: [{ message: { content: null, refusal: 'No.' }, finish_reason: 'stop' }] }),
      { text: 'No.', finishReason: 'content-filter' },
    ],
  ] as const)('returns a reply that is %s as it is', async (_, response, wanted) => {
    const { lm } = await service.serving([response, response]);
    expect(await lm.doGenerate(call)).toMatchObject(wanted);
    const parts = await collect(lm.doStream(call));
    expect(parts.at(-1)).toMatchObject({ kind: 'end', reply: wanted });
  });

  it('streams the refusal of a model as what it is', async () => {
    const chunk = (delta: object, finish_reason: string | null): string =>
      `data: ${JSON.stringify({ choices: [{ delta, finish_reason }] })}\n\n`;
    const { lm } = await service.serving([
      respond.raw(
        200,
        { 'content-type': 'text/event-stream' },
        chunk({ role: 'assistant', content: '', refusal: null }, null) +
          chunk({ refusal: 'I will ' }, null) +
          chunk({ refusal: 'not.' }, null) +
          chunk({}, 'stop'),
      ),
    ]);
    expect(await collect(lm.doStream(call))).toEqual([
      { kind: 'text', text: 'I will ' },
      { kind: 'text', text: 'not.' },
      { kind: 'end', reply: { text: 'I will not.', finishReason: 'content-filter', model: 'some-model' } },
    ]);
  });

  it.each(['', '/', '/v1', '/v1/', '/v1//', '/api/v1'])(
    'adds the rest to the base URL of path "%s"',
    async (path) => {
      const server = await service.start(['Hello.']);
      await openai('some-model', { baseURL: `${server.url}${path}` }).doGenerate(call);
      expect(server.requests[0]?.path).toBe(`${path.replace(/\/+$/, '')}/chat/completions`);
    },
  );

  it('leaves the usage out where the service does', async () => {
    const { lm } = await service.serving([respond.withoutUsage('Hello.'), respond.withoutUsage('Hello.')]);
    expect(await lm.doGenerate(call)).not.toHaveProperty('usage');
    expect((await collect(lm.doStream(call))).at(-1)).not.toHaveProperty('reply.usage');
  });
});

it.each([0, -1, 300_001, Number.NaN])('refuses a timeout of %s', (timeoutMs) => {
  expect(() => openai('m', { timeoutMs })).toThrow(UsageError);
});
