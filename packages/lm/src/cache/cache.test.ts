import { setImmediate } from 'node:timers/promises';
import { AbortedError, InvalidResponseError, UsageError, type LanguageModel, type LMCall } from '@sigil/spec';
import { FakeLM, FakeServer, respond } from '@sigil/testing';
import { cacheContract, contractReply, languageModelContract } from '@sigil/testing/contracts';
import { afterEach, describe, expect, it } from 'vitest';
import { openai } from '../openai/index.js';
import { retry } from '../retry/index.js';
import { cache } from './index.js';

languageModelContract({
  name: 'cache(retry(FakeLM))',
  create: () => cache(retry(new FakeLM(contractReply, { delay: 20 }))),
});
cacheContract({ name: 'cache()', create: (lm) => cache(lm) });

describe('cache', () => {
  const asking = (content: string): LMCall => ({ messages: [{ role: 'user', content }] });

  it('forgets the replies that were used longest ago when it is full', async () => {
    const inner = new FakeLM(() => 'x'.repeat(1000));
    const lm = cache(inner, { maxBytes: 6000 });
    for (const text of ['a', 'b', 'a', 'c']) await lm.doGenerate(asking(text));
    expect(await lm.doGenerate(asking('a'))).toMatchObject({ cached: true });
    expect(await lm.doGenerate(asking('b'))).not.toHaveProperty('cached');
  });

  it('passes on a reply that is too large to keep', async () => {
    const lm = cache(new FakeLM(() => 'x'.repeat(10_000)), { maxBytes: 1000 });
    await lm.doGenerate(asking('a'));
    expect((await lm.doGenerate(asking('a'))).text).toHaveLength(10_000);
  });

  it('takes a call that is slow to stop for over as soon as nobody waits for it', async () => {
    const asked: (() => void)[] = [];
    const slowToStop: LanguageModel = {
      ...cache(new FakeLM([])),
      doGenerate: async (call) => {
        await new Promise<void>((resolve) => asked.push(resolve));
        call.signal?.throwIfAborted();
        return { text: 'Hello.', finishReason: 'stop', model: 'slow' };
      },
    };
    const lm = cache(slowToStop);
    const controller = new AbortController();
    const stopped = lm.doGenerate({ ...asking('a'), signal: controller.signal });
    await expect.poll(() => asked.length).toBe(1);
    controller.abort();
    await expect(stopped).rejects.toThrow(AbortedError);
    const anew = lm.doGenerate(asking('a'));
    await expect.poll(() => asked.length).toBe(2);
    asked[0]?.();
    await setImmediate();
    const joined = lm.doGenerate(asking('a'));
    await setImmediate();
    asked[1]?.();
    expect([await anew, await joined]).toMatchObject([{ text: 'Hello.' }, { text: 'Hello.', cached: true }]);
    expect(asked).toHaveLength(2);
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses a size of %s', (maxBytes) => {
    expect(() => cache(new FakeLM([]), { maxBytes })).toThrow(UsageError);
  });
});

describe('cache(retry(openai())) over HTTP', () => {
  const call: LMCall = { messages: [{ role: 'user', content: 'Hello?' }] };
  let server: FakeServer;
  afterEach(() => server.close());

  it('asks until there is a whole reply, and then no more', async () => {
    server = await FakeServer.start([
      respond.tooManyRequests({ milliseconds: 1 }),
      respond.cutOff('Hel'),
      respond.html(),
      respond.emptyText(),
      respond.serverError(503, { 'retry-after-ms': '1' }),
      'Hello.',
    ]);
    const lm = cache(retry(openai('some-model', { baseURL: server.baseURL })));
    expect(await lm.doGenerate(call)).toMatchObject({ text: 'Hel', finishReason: 'length' });
    await expect(lm.doGenerate(call)).rejects.toThrow(InvalidResponseError);
    expect(await lm.doGenerate(call)).toMatchObject({ text: '', finishReason: 'stop' });
    expect(await lm.doGenerate(call)).toMatchObject({ text: 'Hello.' });
    expect(await lm.doGenerate(call)).toMatchObject({ text: 'Hello.', cached: true });
    expect(server.requests).toHaveLength(6);
  });
});
