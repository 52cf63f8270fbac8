import { afterEach, describe, expect, it } from 'vitest';
import { FakeServer, type FakeServerScript } from './fake-server.js';
import { respond } from './respond.js';

let server: FakeServer;
afterEach(() => server.close());

async function start(script: FakeServerScript, delay = 0): Promise<void> {
  server = await FakeServer.start(script, { delay });
}

function post(body: object, init: RequestInit = {}): Promise<Response> {
  return fetch(`${server.baseURL}/chat/completions`, { method: 'POST', body: JSON.stringify(body), ...init });
}

const hello = { model: 'some-model', messages: [{ role: 'user', content: 'Hello?' }] };

describe('FakeServer', () => {
  it('answers a chat completion and keeps the request as it came', async () => {
    await start(['Hello.']);
    const reply: any = await (await post(hello, { headers: { authorization: 'Bearer key' } })).json(); // oxlint-disable-line typescript/no-explicit-any -- the wire
    expect(reply.choices[0]).toMatchObject({ message: { content: 'Hello.' }, finish_reason: 'stop' });
    expect(reply.model).toBe('some-model');
    const [request] = server.requests;
    expect(request?.path).toBe('/v1/chat/completions');
    expect(request?.headers.authorization).toBe('Bearer key');
    expect(request?.text).toBe(JSON.stringify(hello));
    expect(request?.lastMessage).toBe('Hello?');
  });

  it('streams server-sent events when the request asks for them', async () => {
    await start([respond.text('one two')]);
    const text = await (
      await post({ ...hello, stream: true, stream_options: { include_usage: true } })
    ).text();
    const events = text
      .trim()
      .split('\n\n')
      .map((line) => line.slice('data: '.length));
    expect(events.at(-1)).toBe('[DONE]');
    const chunks = events.slice(0, -1).map((line) => JSON.parse(line));
    expect(chunks.map((chunk) => chunk.choices[0]?.delta.content ?? '').join('')).toBe('one two');
    expect(chunks.at(-1).usage.completion_tokens).toBe(2);
  });

  it.each([
    ['unauthorized', respond.unauthorized(), 401],
    ['forbidden', respond.forbidden(), 403],
    ['a bad request', respond.badRequest(), 400],
    ['too many requests', respond.tooManyRequests(), 429],
    ['a server error', respond.serverError(503), 503],
    ['a page', respond.html(), 200],
    ['JSON of another shape', respond.json({ ok: true }), 200],
  ])('answers with %s', async (_, response, status) => {
    await start([response]);
    expect((await post(hello)).status).toBe(status);
  });

  it('asks to wait in seconds, in milliseconds, or until a date', async () => {
    const until = new Date('2030-01-01T00:00:00Z');
    await start([{ seconds: 2 }, { milliseconds: 20 }, { until }].map(respond.tooManyRequests));
    expect((await post(hello)).headers.get('retry-after')).toBe('2');
    expect((await post(hello)).headers.get('retry-after-ms')).toBe('20');
    expect((await post(hello)).headers.get('retry-after')).toBe('Tue, 01 Jan 2030 00:00:00 GMT');
  });

  it('breaks off before, in, and after the beginning of a reply', async () => {
    await start([respond.refused(), respond.closedMidReply(), respond.stalled(), respond.never()]);
    await expect(post(hello)).rejects.toThrow('fetch failed');
    await expect((await post(hello)).text()).rejects.toThrow('terminated');
    const stalled = await post(hello);
    expect(stalled.status).toBe(200);
    const timeout = AbortSignal.timeout(50);
    await expect(post(hello, { signal: timeout })).rejects.toThrow('due to timeout');
  });

  it('says in its answer that the script ran out', async () => {
    await start([]);
    const response = await post(hello);
    expect(response.status).toBe(418);
    expect(await response.text()).toContain('this is request 1 and the script has 0');
  });

  it('counts the requests that are open at the same time', async () => {
    await start(() => 'x', 20);
    await Promise.all([post(hello), post(hello), post(hello)]);
    await post(hello);
    expect(server.requests).toHaveLength(4);
    expect(server.maxConcurrency).toBe(3);
  });

  it('closes with requests still open', async () => {
    await start([respond.never()]);
    const open = post(hello);
    await expect.poll(() => server.requests.length).toBe(1);
    await Promise.all([server.close(), expect(open).rejects.toThrow('fetch failed')]);
  });
});
