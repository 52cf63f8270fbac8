import { FakeServer, respond, type FakeServerScript } from '@sigil/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findWorkerd, serve, type RunningWorker } from './workerd.js';

const workerd = findWorkerd();
const isMissing = 'missing' in workerd;
const place = isMissing ? `workerd (${workerd.missing})` : 'workerd';

const whole = 'team: billing\nurgency: 0.5\ndue: 2026-01-31T12:00:00Z\nreply: We are on it.';
const outputs = {
  team: 'billing',
  urgency: 0.5,
  due: '2026-01-31T12:00:00.000Z',
  reply: 'We are on it.',
};

let server: FakeServer;
let worker: RunningWorker;
afterEach(async () => {
  await worker?.stop();
  await server?.close();
});

async function start(entry: string, script: FakeServerScript): Promise<void> {
  if (!('path' in workerd)) throw new Error(workerd.missing);
  server = await FakeServer.start(script);
  worker = await serve(workerd.path, entry, {
    OPENAI_BASE_URL: server.baseURL,
    OPENAI_API_KEY: 'sk-edge-secret',
    MODEL: 'some-model',
  });
}

function post(path: string, body: string, signal?: AbortSignal): Promise<Response> {
  return fetch(`${worker.url}${path}`, { method: 'POST', body, ...(signal === undefined ? {} : { signal }) });
}

const message = (text: string): string => JSON.stringify({ message: text });

describe.skipIf(isMissing).each(['worker', 'fetch-worker'])(`the bundle of %s in ${place}`, (entry) => {
  it('answers with typed outputs, by one call with the key of its environment', async () => {
    await start(entry, [whole]);
    const response = await post('/', message('I was charged twice.'));
    expect([response.status, await response.json()]).toEqual([200, outputs]);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]?.headers.authorization).toBe('Bearer sk-edge-secret');
    expect(server.requests[0]?.lastMessage).toContain('message: I was charged twice.');
  });

  it('tells a client what is wrong with its inputs, and sends nothing', async () => {
    await start(entry, []);
    const wrong = await post('/', '{"message": 5}');
    expect([wrong.status, await wrong.json()]).toEqual([
      400,
      { error: { code: 'SIGIL1005', message: expect.stringContaining("field 'message'") } },
    ]);
    expect((await post('/', '{message')).status).toBe(400);
    expect(server.requests).toHaveLength(0);
  });

  it('asks once more, and answers a reply that cannot be used with the code of its error', async () => {
    await start(entry, ['team: nobody', 'team: nobody']);
    const response = await post('/', message('x'));
    expect([response.status, await response.json()]).toMatchObject([502, { error: { code: 'SIGIL3001' } }]);
    expect(server.requests).toHaveLength(2);
  });

  it('answers a service that refuses with the code of its error, and not with the key', async () => {
    await start(entry, () => respond.unauthorized());
    const response = await post('/', message('x'));
    const text = await response.text();
    expect(response.status).toBe(502);
    expect(text).toMatch(/"SIGIL4\d\d\d"/u);
    expect(text).not.toContain('sk-');
  });

  it('does not mix requests that overlap', async () => {
    const waiting: (() => void)[] = [];
    // Each reply waits until both requests are there, and the second one is answered first.
    await start(entry, async ({ lastMessage }) => {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        if (waiting.length === 2) for (const go of waiting.toReversed()) go();
      });
      return whole.replace('billing', lastMessage.includes('first') ? 'sales' : 'technical');
    });
    const answers = await Promise.all(
      ['first', 'second'].map(async (text) => (await post('/', message(text))).json()),
    );
    expect(answers).toMatchObject([{ team: 'sales' }, { team: 'technical' }]);
  });
});

describe.skipIf(isMissing)(`a stream from ${place}`, () => {
  it('shows the first field before the model has written the second', async () => {
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    async function* pieces(): AsyncGenerator<string> {
      yield 'team: billing\nurgency: ';
      await gate;
      yield '0.5\ndue: 2026-01-31T12:00:00Z\nreply: We are on it.';
    }
    await start('worker', [respond.pieces(pieces())]);
    const response = await post('/stream', message('x'));
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      if (text.includes('"team":"billing"')) open();
    }
    expect(text).toMatch(/event: partial\ndata: .*"value":\{"team":"billing"\}/u);
    expect(JSON.parse(/event: outputs\ndata: (.*)\n\n$/u.exec(text)?.[1] ?? '')).toEqual(outputs);
  });

  it('closes the call to the model when its client leaves', async () => {
    async function* pieces(): AsyncGenerator<string> {
      yield 'team: billing\nurgency: 0.5\ndue: null\nreply: We';
      for (;;) {
        // Workerd learns that nobody reads when there is something to write.
        await new Promise((resolve) => setTimeout(resolve, 20));
        yield ' are on it.';
      }
    }
    await start('worker', [respond.pieces(pieces())]);
    const controller = new AbortController();
    const response = await post('/stream', message('x'), controller.signal);
    await response.body?.getReader().read();
    controller.abort();
    await vi.waitFor(() => expect(server.abandoned).toBe(1), { timeout: 10_000 });
  });
});
