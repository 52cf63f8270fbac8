import {
  AbortedError,
  AuthenticationError,
  ConnectionError,
  InvalidRequestError,
  InvalidResponseError,
  MissingKeyError,
  RateLimitError,
  ServerError,
  UsageError,
  LanguageModelError,
  type LMCall,
  type StreamPart,
} from '@sigil/spec';
import { FakeServer, respond, type FakeServerScript } from '@sigil/testing';
import { contractResponse, languageModelContract } from '@sigil/testing/contracts';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openai, type OpenAIOptions } from './index.js';

const secret = 'sk-test-0123456789abcdef';
const call: LMCall = { messages: [{ role: 'user', content: 'Hello?' }] };

let server: FakeServer;
beforeEach(() => {
  vi.stubEnv('OPENAI_API_KEY', '');
  vi.stubEnv('OPENAI_BASE_URL', '');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server?.close();
});

async function serving(script: FakeServerScript, options: OpenAIOptions = {}) {
  server = await FakeServer.start(script);
  return openai('some-model', { baseURL: server.baseURL, apiKey: secret, ...options });
}

async function collect(stream: AsyncIterable<StreamPart>): Promise<StreamPart[]> {
  const parts: StreamPart[] = [];
  for await (const part of stream) parts.push(part);
  return parts;
}

async function failureOf(promise: Promise<unknown>): Promise<LanguageModelError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (LanguageModelError.isInstance(error)) return error;
  throw new Error('The call did not fail as a call can.', { cause: error });
}

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

describe('openai() on the wire', () => {
  const settings = { temperature: 0, maxOutputTokens: 64, seed: 3, stopSequences: ['\n\n'] };

  it('sends exactly the body that prepare shows', async () => {
    const lm = await serving(['Hello.']);
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
    const lm = await serving(['Hello.']);
    await lm.doGenerate(call);
    expect(server.requests[0]?.body).toEqual({ model: 'some-model', messages: call.messages });
  });

  it('streams with the same body and the request for a stream with usage', async () => {
    const lm = await serving([respond.text('one two', { model: 'some-model-7' })]);
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
    const lm = await serving([respond.text('Hello.', { model: 'some-model-2026' })]);
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
    const lm = await serving([response, response]);
    expect(await lm.doGenerate(call)).toMatchObject(wanted);
    const parts = await collect(lm.doStream(call));
    expect(parts.at(-1)).toMatchObject({ kind: 'end', reply: wanted });
  });

  it('leaves the usage out where the service does', async () => {
    const lm = await serving([respond.withoutUsage('Hello.'), respond.withoutUsage('Hello.')]);
    expect(await lm.doGenerate(call)).not.toHaveProperty('usage');
    expect((await collect(lm.doStream(call))).at(-1)).not.toHaveProperty('reply.usage');
  });
});

describe('a service that fails', () => {
  const rows = [
    ['401', respond.unauthorized(), AuthenticationError, 401, false],
    ['403', respond.forbidden(), AuthenticationError, 403, false],
    ['400', respond.badRequest(), InvalidRequestError, 400, false],
    ['404', respond.badRequest('The model does not exist.', 404), InvalidRequestError, 404, false],
    ['408', respond.serverError(408), ServerError, 408, true],
    ['409', respond.serverError(409), ServerError, 409, true],
    ['429', respond.tooManyRequests({ seconds: 2 }), RateLimitError, 429, true],
    ['500', respond.serverError(500), ServerError, 500, true],
    ['503 with a page', respond.html(503), ServerError, 503, true],
    ['504 that says timed out', respond.raw(504, {}, 'upstream timed out'), ServerError, 504, true],
    ['a page', respond.html(), InvalidResponseError, undefined, false],
    ['nothing', respond.emptyBody(), InvalidResponseError, undefined, false],
    ['JSON of another shape', respond.json({ ok: true }), InvalidResponseError, undefined, false],
    ['a list', respond.json([]), InvalidResponseError, undefined, false],
    ['no choices', respond.json({ choices: [] }), InvalidResponseError, undefined, false],
    [
      'half of the JSON',
      respond.raw(200, { 'content-type': 'application/json' }, '{"choices": [{'),
      InvalidResponseError,
      undefined,
      false,
    ],
    [
      'a refusal in a success',
      respond.json({ error: { message: 'Upstream is down.', code: 502 } }),
      ServerError,
      502,
      true,
    ],
    ['a closed socket', respond.refused(), ConnectionError, undefined, true],
    ['a socket closed in the middle', respond.closedMidReply(), ConnectionError, undefined, true],
  ] as const;

  it.each(rows)(
    'that answers with %s gives its class of error',
    async (_, response, kind, status, transient) => {
      const lm = await serving([response, response]);
      for (const error of [
        await failureOf(lm.doGenerate(call)),
        await failureOf(collect(lm.doStream(call))),
      ]) {
        expect(error).toBeInstanceOf(kind);
        expect(error).toMatchObject({
          status,
          transient,
          model: 'some-model',
          endpoint: `${server.baseURL}/chat/completions`,
        });
      }
      expect(server.requests).toHaveLength(2);
    },
  );

  it('is told in its own words', async () => {
    const lm = await serving([
      respond.badRequest("Unsupported parameter: 'seed'."),
      respond.raw(422, { 'content-type': 'application/json' }, '{"detail":"messages: too long"}'),
      respond.html(),
    ]);
    expect((await failureOf(lm.doGenerate(call))).message).toContain(
      "(HTTP 400): Unsupported parameter: 'seed'.",
    );
    expect((await failureOf(lm.doGenerate(call))).message).toContain('(HTTP 422): messages: too long');
    expect((await failureOf(lm.doGenerate(call))).message).toContain('got a page (<!doctype html>');
  });

  it('asks for time in seconds, milliseconds, or until a date', async () => {
    const until = new Date(Date.now() + 60_000);
    const lm = await serving([
      respond.tooManyRequests({ seconds: 1.5 }),
      respond.tooManyRequests({ seconds: 9, milliseconds: 20 }),
      respond.tooManyRequests({ until }),
      respond.tooManyRequests({ until: new Date(0) }),
      respond.tooManyRequests(),
      respond.serverError(503, { 'retry-after': '3' }),
      respond.serverError(503, { 'retry-after': 'soon' }),
    ]);
    const asked: unknown[] = [];
    for (let n = 0; n < 7; n++) asked.push(await failureOf(lm.doGenerate(call)));
    expect(asked).toMatchObject([
      { retryAfter: 1500 },
      { retryAfter: 20 },
      { retryAfter: expect.closeTo(60_000, -4) },
      { retryAfter: 0 },
      { retryAfter: undefined },
      { retryAfter: 3000 },
      { retryAfter: undefined },
    ]);
  });

  it('with a spent quota is not worth another try', async () => {
    const error = { message: 'You exceeded your current quota.', code: 'insufficient_quota' };
    const lm = await serving([respond.json({ error }, 429)]);
    expect(await failureOf(lm.doGenerate(call))).toMatchObject({
      name: 'InvalidRequestError',
      transient: false,
      status: 429,
    });
  });

  it('in the middle of a stream gives what came and then an error', async () => {
    const event = (data: object) => `data: ${JSON.stringify(data)}\n\n`;
    const sse = { 'content-type': 'text/event-stream' };
    const one = event({ choices: [{ delta: { content: 'one ' }, finish_reason: null }] });
    const lm = await serving([
      respond.raw(200, sse, one + event({ error: { message: 'Overloaded.' } })),
      respond.raw(200, sse, one),
      respond.raw(200, sse, `${one}data: {"choi\n\n`),
      respond.raw(200, sse, ''),
    ]);
    const seen: unknown[] = [];
    for (let n = 0; n < 4; n++) {
      const error = await failureOf(
        (async () => {
          for await (const part of lm.doStream(call)) seen.push(part);
        })(),
      );
      seen.push(error.name);
    }
    const text = { kind: 'text', text: 'one ' };
    expect(seen).toEqual([
      text,
      'ServerError',
      text,
      'ConnectionError',
      text,
      'InvalidResponseError',
      'InvalidResponseError',
    ]);
  });

  it('by being away gives the reason', async () => {
    const lm = await serving([]);
    await server.close();
    const error = await failureOf(lm.doGenerate(call));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error.message).toContain('ECONNREFUSED');
  });

  it('by not answering, or not to the end, is left when time is up', async () => {
    const lm = await serving([respond.never(), respond.stalled(), respond.never(), respond.stalled()], {
      timeoutMs: 60,
    });
    for (const attempt of [
      lm.doGenerate(call),
      lm.doGenerate(call),
      collect(lm.doStream(call)),
      collect(lm.doStream(call)),
    ]) {
      const error = await failureOf(attempt);
      expect(error).toBeInstanceOf(ConnectionError);
      expect(error.message).toContain('no whole reply within 0.06 s');
    }
  });

  it('is left at once when the signal fires', async () => {
    const lm = await serving(() => respond.never());
    const controller = new AbortController();
    const attempts = [
      lm.doGenerate({ ...call, signal: controller.signal }),
      collect(lm.doStream({ ...call, signal: controller.signal })),
    ];
    await vi.waitFor(() => expect(server.requests).toHaveLength(2));
    controller.abort();
    for (const attempt of attempts) expect(await failureOf(attempt)).toBeInstanceOf(AbortedError);
  });
});

describe('the key', () => {
  it('is sent, and stands in no error and no prepared call', async () => {
    const echo = `Incorrect API key provided: ${secret}, header tenant-secret-1.`;
    const lm = await serving(
      [
        respond.json({ error: { message: echo } }, 401),
        respond.badRequest(echo),
        respond.raw(200, {}, echo),
        respond.serverError(),
      ],
      { headers: { 'x-tenant': 'tenant-secret-1' } },
    );
    for (let n = 0; n < 4; n++) {
      const error = await failureOf(lm.doGenerate(call));
      const shown = JSON.stringify([error, error.message, error.stack, String(error.cause)]);
      expect(shown).not.toContain(secret);
      expect(shown).not.toContain('tenant-secret-1');
    }
    expect(server.requests[0]?.headers).toMatchObject({
      authorization: `Bearer ${secret}`,
      'x-tenant': 'tenant-secret-1',
    });
    expect(JSON.stringify(lm.prepare(call))).not.toContain('secret');
    expect(JSON.stringify(lm)).not.toContain(secret);
  });

  it('comes from the environment where none is given, without the line end that a shell left', async () => {
    vi.stubEnv('OPENAI_API_KEY', `${secret}\n`);
    server = await FakeServer.start(['Hello.']);
    vi.stubEnv('OPENAI_BASE_URL', server.baseURL);
    await openai('some-model').doGenerate(call);
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${secret}`);
  });

  it('is not wanted by a local server', async () => {
    server = await FakeServer.start(['Hello.']);
    await openai('some-model', { baseURL: server.baseURL }).doGenerate(call);
    expect(server.requests[0]?.headers).not.toHaveProperty('authorization');
  });

  it('is missing in a clear error, before anything is sent', async () => {
    const lm = openai('gpt-5-mini');
    const error = await failureOf(lm.doGenerate(call));
    expect(error).toBeInstanceOf(MissingKeyError);
    expect(error.message).toBe(
      'Cannot call gpt-5-mini: there is no API key, wanted one for https://api.openai.com/v1/chat/completions. ' +
        'Set OPENAI_API_KEY, or pass apiKey.',
    );
    expect(await failureOf(collect(lm.doStream(call)))).toBeInstanceOf(MissingKeyError);
  });

  it('that no header can hold is refused without being shown', async () => {
    const lm = openai('gpt-5-mini', { apiKey: `${secret}\nsecond` });
    const error = await failureOf(lm.doGenerate(call));
    expect(error).toBeInstanceOf(MissingKeyError);
    expect(error.message).not.toContain(secret);
    expect(() => openai('m', { headers: { 'x-key': 'secret\nvalue' } })).toThrow(
      "Cannot send the header 'x-key'",
    );
  });

  it.each(['https://user:pass@host/v1', 'https://host/v1?key=abc', 'host/v1', 'ftp://host/v1'])(
    'has no place in the base URL: %s is refused',
    (baseURL) => {
      expect(() => openai('m', { baseURL })).toThrow(UsageError);
      expect(() => openai('m', { baseURL })).not.toThrow(/pass|abc/);
    },
  );
});

it.each([0, -1, 300_001, Number.NaN])('refuses a timeout of %s', (timeoutMs) => {
  expect(() => openai('m', { timeoutMs })).toThrow(UsageError);
});
