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
  type LanguageModel,
  type LMCall,
} from '@sigil/spec';
import { FakeLM, FakeServer, respond, type FakeReply } from '@sigil/testing';
import { contractReply, languageModelContract } from '@sigil/testing/contracts';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openai } from '../openai/index.js';
import { retry, type Clock, type RetryEvent, type RetryOptions } from './index.js';

const call: LMCall = { messages: [{ role: 'user', content: 'Hello?' }] };
const where = { model: 'fake', endpoint: 'fake:fake' };
const overloaded = (): ServerError => new ServerError('Overloaded.', undefined, { ...where, status: 503 });

/** A clock that jumps to the end of every sleep and keeps how long it was. */
function jumpingClock(): Clock & { readonly sleeps: number[] } {
  let now = 0;
  const sleeps: number[] = [];
  return {
    sleeps,
    now: () => now,
    sleep: async (milliseconds) => {
      sleeps.push(milliseconds);
      now += milliseconds;
    },
  };
}

function trying(script: FakeReply[], options: RetryOptions = {}) {
  const inner = new FakeLM(script);
  const clock = jumpingClock();
  return { inner, clock, lm: retry(inner, { clock, random: () => 1, ...options }) };
}

async function textOf(lm: LanguageModel, one: LMCall = call): Promise<string> {
  let text = '';
  for await (const part of lm.doStream(one)) if (part.kind === 'text') text += part.text;
  return text;
}

languageModelContract({
  name: 'retry(FakeLM)',
  create: () => retry(new FakeLM(contractReply, { delay: 20 })),
});

describe('retry', () => {
  it('tries again what may succeed later', async () => {
    const { lm, inner } = trying([
      overloaded(),
      new ConnectionError('reset', where),
      new RateLimitError(undefined, where),
      'Hello.',
    ]);
    expect((await lm.doGenerate(call)).text).toBe('Hello.');
    expect(inner.calls).toHaveLength(4);
  });

  it.each([
    new AuthenticationError('', where),
    new InvalidRequestError('', where),
    new InvalidResponseError('', where),
    new MissingKeyError('', where),
    new AbortedError(where),
    new RangeError('a defect'),
    new TypeError('a defect'),
  ])('never tries $name again', async (error) => {
    const { lm, inner, clock } = trying([error, error]);
    await expect(lm.doGenerate(call)).rejects.toBe(error);
    await expect(textOf(lm)).rejects.toBe(error);
    expect(inner.calls).toHaveLength(2);
    expect(clock.sleeps).toEqual([]);
  });

  it('gives up after its retries, with the last error', async () => {
    const last = new ConnectionError('reset', where);
    const { lm, inner } = trying([overloaded(), overloaded(), last, 'never asked'], { retries: 2 });
    await expect(lm.doGenerate(call)).rejects.toBe(last);
    expect(inner.calls).toHaveLength(3);
  });

  it('doubles the wait up to the longest', async () => {
    const script = [overloaded(), overloaded(), overloaded(), overloaded(), 'Hello.'];
    const { lm, clock } = trying(script, { retries: 4, firstDelayMs: 100, longestDelayMs: 350 });
    await lm.doGenerate(call);
    expect(clock.sleeps).toEqual([100, 200, 350, 350]);
  });

  it('waits between a half and the whole of that', async () => {
    const random = fc.double({ min: 0, max: 1, noNaN: true });
    await fc.assert(
      fc.asyncProperty(random, fc.nat(10_000), fc.nat(60_000), async (draw, firstDelayMs, longestDelayMs) => {
        const options = { retries: 6, firstDelayMs, longestDelayMs, random: () => draw };
        const { lm, clock } = trying([...Array.from({ length: 6 }, overloaded), 'Hello.'], options);
        await lm.doGenerate(call);
        for (const [n, slept] of clock.sleeps.entries()) {
          const whole = Math.min(longestDelayMs, firstDelayMs * 2 ** n);
          expect(slept).toBeGreaterThanOrEqual(whole / 2);
          expect(slept).toBeLessThanOrEqual(whole);
        }
        expect(clock.sleeps).toHaveLength(6);
      }),
      { numRuns: 50 },
    );
  });

  it('waits exactly as long as the service asks, whatever its own longest wait', async () => {
    const script = [
      new RateLimitError(90_000, where),
      new ServerError('', 7, where),
      new RateLimitError(0, where),
      'Hello.',
    ];
    const { lm, clock } = trying(script, { longestDelayMs: 1000 });
    await lm.doGenerate(call);
    expect(clock.sleeps).toEqual([90_000, 7, 0]);
  });

  it('does not begin a wait that ends after the deadline', async () => {
    const asked = new RateLimitError(60_000, where);
    const { lm, clock, inner } = trying([overloaded(), asked, 'never asked'], {
      deadlineMs: 60_000,
      firstDelayMs: 1000,
    });
    await expect(lm.doGenerate(call)).rejects.toBe(asked);
    expect(clock.sleeps).toEqual([1000]);
    expect(inner.calls).toHaveLength(2);
  });

  it('tells of every wait before it begins', async () => {
    const events: RetryEvent[] = [];
    const error = overloaded();
    const { lm } = trying([error, 'Hello.'], { firstDelayMs: 100, onRetry: (event) => events.push(event) });
    await lm.doGenerate(call);
    expect(events).toEqual([{ call, error, retry: 1, delayMs: 100 }]);
  });

  it('stops waiting when the signal fires', async () => {
    const inner = new FakeLM([new RateLimitError(3_600_000, where), 'never asked']);
    const controller = new AbortController();
    const lm = retry(inner, { deadlineMs: Infinity, onRetry: () => setImmediate(() => controller.abort()) });
    await expect(lm.doGenerate({ ...call, signal: controller.signal })).rejects.toBeInstanceOf(AbortedError);
    expect(inner.calls).toHaveLength(1);
  });

  it('does not wait at all for a caller who has left', async () => {
    const controller = new AbortController();
    const onRetry = vi.fn<(event: RetryEvent) => void>();
    const leaving: LanguageModel = {
      ...retry(new FakeLM([])),
      doGenerate: async () => {
        controller.abort();
        throw overloaded();
      },
    };
    const lm = retry(leaving, { onRetry });
    await expect(lm.doGenerate({ ...call, signal: controller.signal })).rejects.toBeInstanceOf(AbortedError);
    expect(onRetry).not.toHaveBeenCalled();
  });

  it('tries a stream again before its first part', async () => {
    const { lm, inner } = trying([overloaded(), overloaded(), 'Hello you.']);
    expect(await textOf(lm)).toBe('Hello you.');
    expect(inner.calls).toHaveLength(3);
  });

  it('closes the stream inside when nobody reads on', async () => {
    let closed = false;
    const inside: LanguageModel = {
      ...retry(new FakeLM([])),
      async *doStream() {
        try {
          yield { kind: 'text', text: 'Hel' };
          yield { kind: 'text', text: 'lo.' };
        } finally {
          closed = true;
        }
      },
    };
    for await (const part of retry(inside).doStream(call)) if (part.kind === 'text') break;
    expect(closed).toBe(true);
  });

  it('does not try a stream again after its first part', async () => {
    let opened = 0;
    const breaking: LanguageModel = {
      ...retry(new FakeLM([])),
      async *doStream() {
        opened++;
        yield { kind: 'text', text: 'Hel' };
        throw overloaded();
      },
    };
    await expect(textOf(retry(breaking, { clock: jumpingClock() }))).rejects.toThrow(ServerError);
    expect(opened).toBe(1);
  });

  it.each([{ retries: -1 }, { retries: Number.NaN }, { deadlineMs: -1 }, { firstDelayMs: Number.NaN }])(
    'refuses %j',
    (options) => {
      expect(() => retry(new FakeLM([]), options)).toThrow(UsageError);
    },
  );

  it('keeps the name, the abilities and the requests of the model inside', () => {
    const inner = new FakeLM([], { modelId: 'inner', capabilities: { seed: true } });
    const lm = retry(inner);
    expect(lm).toMatchObject({ modelId: 'inner', capabilities: { seed: true } });
    expect(lm.prepare(call)).toEqual(inner.prepare(call));
  });
});

describe('retry over HTTP', () => {
  let server: FakeServer;
  afterEach(() => server.close());

  it('gets through a service that limits, fails, breaks off and closes', async () => {
    server = await FakeServer.start([
      respond.tooManyRequests({ milliseconds: 5 }),
      respond.serverError(503),
      respond.closedMidReply(),
      respond.refused(),
      'Hello.',
    ]);
    const lm = retry(openai('some-model', { baseURL: server.baseURL }), {
      retries: 4,
      clock: jumpingClock(),
    });
    expect((await lm.doGenerate(call)).text).toBe('Hello.');
    expect(server.requests).toHaveLength(5);
  });

  it('sends a refused key once', async () => {
    server = await FakeServer.start(() => respond.unauthorized());
    const lm = retry(openai('some-model', { baseURL: server.baseURL }));
    await expect(lm.doGenerate(call)).rejects.toBeInstanceOf(AuthenticationError);
    expect(server.requests).toHaveLength(1);
  });

  it('comes back no sooner than it was asked to', async () => {
    const arrivals: number[] = [];
    server = await FakeServer.start((_, n) => {
      arrivals.push(performance.now());
      return n === 0 ? respond.tooManyRequests({ milliseconds: 80 }) : 'Hello.';
    });
    await retry(openai('some-model', { baseURL: server.baseURL }), { firstDelayMs: 1 }).doGenerate(call);
    const [first = 0, second = 0] = arrivals;
    expect(second - first).toBeGreaterThanOrEqual(80);
  });
});
