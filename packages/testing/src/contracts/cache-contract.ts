import { AbortedError, ServerError, type LanguageModel, type LMCall, type LMReply } from '@sigil/spec';
import { afterEach, describe, expect, it } from 'vitest';
import { FakeLM } from '../fake-lm/fake-lm.js';
import type { FakeScript } from '../fake-lm/fake-reply.js';

/** A cache that should keep the promises of every cache. */
export interface CacheContractOptions {
  /** The title of the suite. */
  readonly name: string;
  /** Puts an empty cache around a model; called for each test. The cache is disposed after it. */
  readonly create: (lm: LanguageModel) => LanguageModel | Promise<LanguageModel>;
}

/**
 * What every cache around a model does, as a vitest suite.
 *
 * @example
 * ```ts
 * cacheContract({ name: 'cache', create: (lm) => cache(lm) });
 * ```
 */
export function cacheContract(options: CacheContractOptions): void {
  describe(`${options.name} is a cache`, () => {
    let lm: LanguageModel;
    let inner: FakeLM;
    afterEach(() => lm.dispose?.());

    async function around(script: FakeScript, delay = 0): Promise<void> {
      inner = new FakeLM(script, { modelId: 'inner', delay });
      lm = await options.create(inner);
    }

    it('answers the same call again without asking the model, and says so', async () => {
      await around(['Hello.']);
      const first = await lm.doGenerate(call);
      expect(first).not.toHaveProperty('cached');
      expect(await lm.doGenerate({ ...call, signal: new AbortController().signal })).toEqual({
        ...first,
        cached: true,
      });
      expect(inner.calls).toHaveLength(1);
    });

    it('asks again for every change of what is sent and for another rollout', async () => {
      await around((_, n) => `reply ${n}`);
      const replies: string[] = [];
      for (const one of different) replies.push((await lm.doGenerate(one)).text);
      expect(new Set(replies).size).toBe(different.length);
      for (const [n, one] of different.entries()) expect((await lm.doGenerate(one)).text).toBe(replies[n]);
      expect(inner.calls).toHaveLength(different.length);
    });

    it('takes an absent rollout for rollout 0', async () => {
      await around(['Hello.']);
      await lm.doGenerate(call);
      expect(await lm.doGenerate({ ...call, rollout: 0 })).toMatchObject({ cached: true });
    });

    it('does not keep an error', async () => {
      await around([new ServerError('Down.', undefined, { model: 'inner', endpoint: 'fake:' }), 'Hello.']);
      await expect(lm.doGenerate(call)).rejects.toThrow('Down.');
      expect(await lm.doGenerate(call)).not.toHaveProperty('cached');
    });

    it.each<[string, Partial<LMReply>]>([
      ['cut off', { text: 'Hel', finishReason: 'length' }],
      ['filtered', { text: 'Hel', finishReason: 'content-filter' }],
      ['stopped for another reason', { text: 'Hel', finishReason: 'other' }],
      ['empty', { text: '' }],
      ['blank', { text: ' \n' }],
    ])('does not keep a reply that is %s', async (_, reply) => {
      await around([reply, reply, 'Hello.']);
      expect(await lm.doGenerate(call)).toMatchObject(reply);
      expect((await readStream(lm, call)).reply).toMatchObject(reply);
      expect((await lm.doGenerate(call)).text).toBe('Hello.');
    });

    it('streams a reply that it has, and keeps one that was streamed', async () => {
      await around(['Hello you.', 'Hello again.']);
      const { text, reply } = await readStream(lm, call);
      expect(text).toBe('Hello you.');
      expect(await lm.doGenerate(call)).toEqual({ ...reply, cached: true });
      const other = await lm.doGenerate({ ...call, rollout: 1 });
      expect(await readStream(lm, { ...call, rollout: 1 })).toEqual({
        text: 'Hello again.',
        reply: { ...other, cached: true },
      });
    });

    it('does not keep what is left of a stream that nobody read to its end', async () => {
      await around(['Hello you.', 'Hello again.'], 5);
      for await (const part of lm.doStream(call)) if (part.kind === 'text') break;
      expect(['Hello you.', 'Hello again.']).toContain((await lm.doGenerate(call)).text);
    });

    it('sends one of several identical calls at one time, and one of them pays', async () => {
      await around(() => 'Hello.', 10);
      const replies = await Promise.all([
        lm.doGenerate(call),
        lm.doGenerate(call),
        readStream(lm, call).then(({ reply }) => reply),
        lm.doGenerate({ ...call, rollout: 1 }),
      ]);
      expect(inner.calls).toHaveLength(2);
      expect(replies.map((reply) => reply.cached ?? false)).toEqual([false, true, true, false]);
    });

    it('gives every one of them the error', async () => {
      await around(() => new ServerError('Down.', undefined, { model: 'inner', endpoint: 'fake:' }), 10);
      const results = await Promise.allSettled([lm.doGenerate(call), lm.doGenerate(call)]);
      expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      expect(inner.calls).toHaveLength(1);
    });

    it('lets the others have the reply when the one who asked first leaves', async () => {
      await around(() => 'Hello.', 20);
      const controller = new AbortController();
      const first = lm.doGenerate({ ...call, signal: controller.signal });
      const second = lm.doGenerate(call);
      setImmediate(() => controller.abort());
      await expect(first).rejects.toBeInstanceOf(AbortedError);
      expect(await second).toMatchObject({ text: 'Hello.' });
      expect(inner.calls).toHaveLength(1);
    });

    it('stops the call when the last one leaves, and asks anew for the next', async () => {
      await around((_, n) => (n === 0 ? new Promise(() => {}) : 'Hello.'));
      const controller = new AbortController();
      const stopped = { ...call, signal: controller.signal };
      const waiting = Promise.allSettled([
        lm.doGenerate(stopped),
        lm.doGenerate(stopped),
        readStream(lm, stopped),
      ]);
      await expect.poll(() => inner.calls.length).toBe(1);
      controller.abort();
      expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
      expect(inner.calls[0]?.signal?.aborted).toBe(true);
      expect((await lm.doGenerate(call)).text).toBe('Hello.');
    });

    it('keeps the name, the abilities and the requests of the model inside', async () => {
      await around([]);
      expect(lm).toMatchObject({ modelId: 'inner', capabilities: inner.capabilities });
      expect(lm.prepare(call)).toEqual(inner.prepare(call));
    });
  });
}

const settings = { temperature: 0.5, maxOutputTokens: 50, seed: 1, stopSequences: ['END'] };

const call: LMCall = {
  messages: [
    { role: 'system', content: 'You are brief.' },
    { role: 'user', content: 'Say hello.' },
  ],
  settings,
};

const different: readonly LMCall[] = [
  call,
  { ...call, rollout: 1 },
  { ...call, rollout: 2 },
  { ...call, messages: call.messages.slice(1) },
  { ...call, messages: call.messages.toReversed() },
  { ...call, messages: call.messages.with(1, { role: 'user', content: 'Say hello. ' }) },
  { ...call, messages: call.messages.with(0, { role: 'user', content: 'You are brief.' }) },
  { messages: call.messages },
  { ...call, settings: { ...settings, temperature: 0 } },
  { ...call, settings: { ...settings, maxOutputTokens: 51 } },
  { ...call, settings: { ...settings, seed: 2 } },
  { ...call, settings: { ...settings, stopSequences: ['END', 'STOP'] } },
];

async function readStream(lm: LanguageModel, one: LMCall): Promise<{ text: string; reply: LMReply }> {
  let text = '';
  for await (const part of lm.doStream(one)) {
    if (part.kind === 'end') return { text, reply: part.reply };
    text += part.text;
  }
  throw new Error('The stream did not finish with its reply.');
}
