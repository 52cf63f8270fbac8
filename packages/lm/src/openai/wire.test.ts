import {
  AbortedError,
  AuthenticationError,
  ConnectionError,
  InvalidRequestError,
  InvalidResponseError,
  RateLimitError,
  ServerError,
} from '@sigil/spec';
import { respond } from '@sigil/testing';
import { describe, expect, it, vi } from 'vitest';
import { retry } from '../retry/index.js';
import { call, collect, failureOf, scriptedService } from './fixtures/scripted-service.js';

const service = scriptedService();

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
    [
      'events that were not asked for',
      respond.raw(200, {}, 'data: {"choices": []}\n\ndata: [DONE]\n\n'),
      InvalidResponseError,
      undefined,
      false,
    ],
    [
      'a number for a text',
      respond.json({ choices: [{ message: { content: 5 } }] }),
      InvalidResponseError,
      undefined,
      false,
    ],
    [
      'a text for a message',
      respond.json({ choices: [{ message: 'Hello.' }] }),
      InvalidResponseError,
      undefined,
      false,
    ],
    ['a text for the choices', respond.json({ choices: 'Hello.' }), InvalidResponseError, undefined, false],
    ['502 with a page', respond.html(502), ServerError, 502, true],
    ['a list', respond.json([]), InvalidResponseError, undefined, false],
    ['no choices', respond.json({ choices: [] }), InvalidResponseError, undefined, false],
    [
      'half of the JSON',
      respond.raw(200, { 'content-type': 'application/json' }, '{"choices": [{'),
      ConnectionError,
      undefined,
      true,
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
      const { server, lm } = await service.serving([response, response]);
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
    const { lm } = await service.serving([
      respond.badRequest("Unsupported parameter: 'seed'."),
      respond.raw(422, { 'content-type': 'application/json' }, '{"detail":"messages: too long"}'),
      respond.html(),
    ]);
    expect((await failureOf(lm.doGenerate(call))).message).toContain(
      "(HTTP 400): Unsupported parameter: 'seed'.",
    );
    expect((await failureOf(lm.doGenerate(call))).message).toContain('(HTTP 422): messages: too long');
    expect((await failureOf(lm.doGenerate(call))).message).toContain(
      'got a page (Sign in Please sign in.), expected',
    );
  });

  it('does not know the model or the address: both are named, with what to check', async () => {
    const { server, lm } = await service.serving([
      respond.badRequest("The model 'some-model' does not exist.", 404),
      respond.raw(404, { 'content-type': 'text/plain' }, '404 page not found'),
    ]);
    for (const said of ["The model 'some-model' does not exist.", '404 page not found.']) {
      expect((await failureOf(lm.doGenerate(call))).message).toBe(
        `Cannot call some-model: ${server.baseURL}/chat/completions refused the request (HTTP 404): ${said} ` +
          'Check the name of the model and the base URL: most end in /v1, and the rest is added.',
      );
    }
  });

  it('breaks off in the middle of a JSON body says after how many bytes, and is asked again', async () => {
    const cut = JSON.stringify({ choices: [{ message: { content: 'Grüße, "alle"' } }] }).slice(0, -12);
    const half = respond.raw(200, { 'content-type': 'application/json' }, cut);
    const { server, lm } = await service.serving([half, half, 'Hello.']);
    expect((await failureOf(lm.doGenerate(call))).message).toBe(
      `Cannot call some-model: the connection to ${server.baseURL}/chat/completions failed ` +
        `(the body broke off after ${Buffer.byteLength(cut)} bytes). Check the address and the network.`,
    );
    expect((await retry(lm, { firstDelayMs: 1 }).doGenerate(call)).text).toBe('Hello.');
  });

  it('that is told in a text without a full stop is one sentence all the same', async () => {
    const { lm } = await service.serving([
      respond.raw(401, {}, 'invalid key'),
      respond.raw(503, {}, 'upstream is away'),
      respond.html(503),
      respond.raw(500, {}, ''),
      respond.raw(403, {}, ''),
    ]);
    expect((await failureOf(lm.doGenerate(call))).message).toContain('It says: invalid key. The key is');
    expect((await failureOf(lm.doGenerate(call))).message).toMatch(/\(HTTP 503\): upstream is away\.$/);
    expect((await failureOf(lm.doGenerate(call))).message).toMatch(/\(HTTP 503\): Sign in Please sign in\.$/);
    expect((await failureOf(lm.doGenerate(call))).message).toMatch(/\(HTTP 500\): it gave no reason\.$/);
    expect((await failureOf(lm.doGenerate(call))).message).toContain('(HTTP 403). The key is the one that');
  });

  it('sends events though none were asked for, and is told so', async () => {
    const { lm } = await service.serving([respond.raw(200, {}, 'data: {"choices": []}\n\ndata: [DONE]\n\n')]);
    expect((await failureOf(lm.doGenerate(call))).message).toContain(
      'got a stream of events, though none was asked for (data: {"choices": []} data: [DONE])',
    );
  });

  it('asks to wait for a day: the error comes at once and says so', async () => {
    const { server, lm } = await service.serving(() => respond.tooManyRequests({ seconds: 86_400 }));
    const error = await failureOf(retry(lm).doGenerate(call));
    expect(error).toMatchObject({ name: 'RateLimitError', retryAfter: 86_400_000 });
    expect(error.message).toContain('asking to wait 86400 s');
    expect(server.requests).toHaveLength(1);
  });

  it('asks for time in seconds, milliseconds, or until a date', async () => {
    const until = new Date(Date.now() + 60_000);
    const { lm } = await service.serving([
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

  it('has a clock that goes wrong: it is waited as long as its own clock says', async () => {
    const headers = { date: 'Sun, 06 Nov 1994 08:49:37 GMT', 'retry-after': 'Sun, 06 Nov 1994 08:49:39 GMT' };
    const { lm } = await service.serving([respond.raw(429, headers, '{}')]);
    const error = await failureOf(lm.doGenerate(call));
    expect(error).toMatchObject({ retryAfter: 2000 });
    expect(error.message).toContain('asking to wait 2 s.');
  });

  it('with a spent quota is not worth another try', async () => {
    const error = { message: 'You exceeded your current quota.', code: 'insufficient_quota' };
    const { lm } = await service.serving([respond.json({ error }, 429)]);
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
    const { lm } = await service.serving([
      respond.raw(200, sse, one + event({ error: { message: 'Overloaded.' } })),
      respond.raw(200, sse, one),
      respond.raw(200, sse, `${one}data: {"choi`),
      respond.raw(200, sse, `${one}data: {choices}\n\n`),
      respond.raw(200, sse, ''),
    ]);
    const seen: unknown[] = [];
    for (let n = 0; n < 5; n++) {
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
      'ConnectionError',
      text,
      'InvalidResponseError',
      'InvalidResponseError',
    ]);
  });

  it('by being away gives the reason', async () => {
    const { server, lm } = await service.serving([]);
    await server.close();
    const error = await failureOf(lm.doGenerate(call));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error.message).toContain('ECONNREFUSED');
  });

  it('by not answering, or not to the end, is left when time is up', async () => {
    const { lm } = await service.serving(
      [respond.never(), respond.stalled(), respond.never(), respond.stalled()],
      {
        timeoutMs: 60,
      },
    );
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
    const { server, lm } = await service.serving(() => respond.never());
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
