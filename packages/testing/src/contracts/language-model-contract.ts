import { getEventListeners } from 'node:events';
import { canonicalJson } from '@sigil/hash';
import {
  AbortedError,
  UsageError,
  type CallSettings,
  type JsonObject,
  type LanguageModel,
  type LMCall,
  type LMReply,
  type ResponseFormat,
  type StreamPart,
} from '@sigil/spec';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutOffBelow } from './contract-script.js';

/** A model that should keep the promises of `LanguageModel`. */
export interface LanguageModelContractOptions {
  /** The title of the suite. */
  readonly name: string;
  /**
   * Makes the model, once for the suite. A reply must take long enough to be aborted (20 ms), be the same for the
   * same call at temperature 0, and be cut off by a limit of 2 tokens. A scripted model does so with
   * {@link contractReply} or {@link contractResponse}.
   */
  readonly create: () => LanguageModel | Promise<LanguageModel>;
  /** Why the suite cannot run here. It is then reported as skipped, with this reason. */
  readonly skip?: string | undefined;
  /** For one test, in milliseconds. 30 000 unless given. */
  readonly timeout?: number;
}

/**
 * The promises of every `LanguageModel`, as a vitest suite.
 *
 * @example
 * ```ts
 * languageModelContract({ name: 'FakeLM', create: () => new FakeLM(contractReply, { delay: 20 }) });
 * ```
 */
export function languageModelContract(options: LanguageModelContractOptions): void {
  const timeout = options.timeout ?? 30_000;
  const reason = options.skip === undefined ? '' : ` (skipped: ${options.skip})`;
  describe.skipIf(options.skip !== undefined)(
    `${options.name} is a LanguageModel${reason}`,
    { timeout },
    () => {
      let lm: LanguageModel;
      beforeAll(async () => {
        lm = await options.create();
      }, timeout);
      afterAll(() => lm?.dispose?.());

      it('prepares the same request for the same call and leaves the call alone', () => {
        const first = lm.prepare(frozen(call));
        expect(lm.prepare(frozen(call))).toEqual(first);
        expect(first.endpoint).not.toBe('');
        expect(JSON.parse(JSON.stringify(first.body))).toEqual(first.body);
      });

      it('prepares another request for every change of what is sent', () => {
        const variants = [call, ...changesOf(call, lm.capabilities.seed)];
        const requests = variants.map((variant) => canonicalJson(lm.prepare(variant)));
        expect(new Set(requests).size).toBe(variants.length);
      });

      it('puts the JSON schema of a call into the request, another one into another, where it can', ({
        skip,
      }) => {
        if (lm.capabilities.jsonSchema !== true) skip('the model takes no JSON schema');
        const requests = [call, ...formats.map((responseFormat) => ({ ...call, responseFormat }))].map(
          (one) => JSON.stringify(lm.prepare(frozen(one))),
        );
        expect(new Set(requests).size).toBe(formats.length + 1);
      });

      it('refuses a call with a JSON schema, and drops none without a word, where it cannot', async ({
        skip,
      }) => {
        if (lm.capabilities.jsonSchema === true) skip('the model takes a JSON schema');
        const [responseFormat] = formats;
        const refused = { ...call, responseFormat };
        expect(() => lm.prepare(refused)).toThrow(UsageError);
        await expect(lm.doGenerate(refused)).rejects.toSatisfy(isUsageError);
        await expect(collect(lm.doStream(refused))).rejects.toSatisfy(isUsageError);
      });

      it('prepares the same request whatever the rollout and the signal', () => {
        expect(lm.prepare({ ...call, rollout: 3, signal: new AbortController().signal })).toEqual(
          lm.prepare(call),
        );
      });

      it('answers with text, the reason of its end, the model and what was used', async () => {
        const reply = await lm.doGenerate(frozen(asking('Say hello.')));
        expect(reply.text).not.toBe('');
        expectReply(reply);
      });

      it('streams parts that join to the text of the reply, which comes last', async () => {
        const parts = await collect(lm.doStream(frozen(asking('Say hello.'))));
        const reply = endOf(parts);
        expectReply(reply);
        expect(textOf(parts)).toBe(reply.text);
        expect(reply.text).toBe((await lm.doGenerate(asking('Say hello.'))).text);
      });

      it('returns a reply that was cut off as it is and says so', async () => {
        const short = asking('Count to twenty.', { maxOutputTokens: cutOffBelow / 2 });
        const reply = await lm.doGenerate(short);
        expect(reply.finishReason).toBe('length');
        expect(reply.text).not.toBe('');
        const parts = await collect(lm.doStream(short));
        expect(endOf(parts).finishReason).toBe('length');
        expect(textOf(parts)).toBe(endOf(parts).text);
      });

      it('does not start a call whose signal has fired', async () => {
        const stopped = { ...asking('Say hello.'), signal: AbortSignal.abort() };
        await expect(lm.doGenerate(stopped)).rejects.toSatisfy(isAborted);
        await expect(collect(lm.doStream(stopped))).rejects.toSatisfy(isAborted);
      });

      it('stops a call when its signal fires, and answers the next one', async () => {
        const controller = new AbortController();
        const reply = lm.doGenerate({ ...asking('Tell a long story.'), signal: controller.signal });
        setImmediate(() => controller.abort());
        await expect(reply).rejects.toSatisfy(isAborted);
        expectReply(await lm.doGenerate(asking('Say hello.')));
      });

      it('stops a stream when its signal fires, and answers the next call', async () => {
        const controller = new AbortController();
        const stream = lm.doStream({ ...asking('Tell a long story.'), signal: controller.signal });
        await expect(collect(stream, () => controller.abort())).rejects.toSatisfy(isAborted);
        expectReply(await lm.doGenerate(asking('Say hello.')));
      });

      it('answers the next call after a stream that nobody read to its end', async () => {
        for await (const part of lm.doStream(asking('Tell a long story.'))) {
          expect(part.kind).toBe('text');
          break;
        }
        expectReply(await lm.doGenerate(asking('Say hello.')));
      });

      it('leaves nothing behind on a signal that outlives the call', async () => {
        const { signal } = new AbortController();
        await lm.doGenerate({ ...asking('Say hello.'), signal });
        await collect(lm.doStream({ ...asking('Say hello.'), signal }));
        expect(getEventListeners(signal, 'abort')).toEqual([]);
      });

      it('gives each of several calls at once its own reply', async () => {
        const calls = ['Say red.', 'Say green.', 'Say blue.', 'Say yellow.'].map((text) => asking(text));
        const alone: string[] = [];
        for (const one of calls) alone.push((await lm.doGenerate(one)).text);
        const together = await Promise.all(calls.map((one) => lm.doGenerate(one)));
        expect(together.map((reply) => reply.text)).toEqual(alone);
      });

      it('repeats a sampled reply for the same seed, where it can', async ({ skip }) => {
        if (!lm.capabilities.seed) skip('the model has no seed');
        const sampled = asking('Say a word.', { temperature: 1, seed: 7 });
        const { text } = await lm.doGenerate(sampled);
        expect((await lm.doGenerate(sampled)).text).toBe(text);
      });
    },
  );
}

const call: LMCall = {
  messages: [
    { role: 'system', content: 'You are brief.' },
    { role: 'user', content: 'Say hello.' },
    { role: 'assistant', content: 'Hello.' },
    { role: 'user', content: 'Again.' },
  ],
  settings: { temperature: 0.5, maxOutputTokens: 50, seed: 1, stopSequences: ['END'] },
};

/** They differ in the name, in one keyword, and in the order of two properties alone. */
const formats = [
  format('answer', { team: { type: 'string' }, urgent: { type: 'boolean' } }),
  format('reply', { team: { type: 'string' }, urgent: { type: 'boolean' } }),
  format('answer', { team: { type: 'string', enum: ['billing'] }, urgent: { type: 'boolean' } }),
  format('answer', { urgent: { type: 'boolean' }, team: { type: 'string' } }),
] as const;

function format(name: string, properties: JsonObject): ResponseFormat {
  const required = ['team', 'urgent'];
  return { name, schema: { type: 'object', properties, required, additionalProperties: false } };
}

function asking(text: string, settings: LMCall['settings'] = {}): LMCall {
  return {
    messages: [{ role: 'user', content: text }],
    settings: { temperature: 0, maxOutputTokens: 40, ...settings },
  };
}

/** The call with one thing changed, once for everything that a model is sent. */
function changesOf(base: LMCall, seed: boolean): LMCall[] {
  const { messages, settings } = base;
  const contents = messages.map((message, at) =>
    messages.with(at, { ...message, content: `${message.content} ` }),
  );
  const role = messages.with(1, { role: 'assistant', content: 'Say hello.' });
  const fewer = messages.slice(0, 2);
  const swapped = [0, 3, 2, 1].flatMap((at) => messages[at] ?? []);
  const settingChanges = [
    { temperature: 0.6 },
    { maxOutputTokens: 51 },
    { stopSequences: ['STOP'] },
    { stopSequences: ['END', 'STOP'] },
    ...(seed ? [{ seed: 2 }] : []),
  ];
  const withMessages = (changed: LMCall['messages']): LMCall => ({ ...base, messages: changed });
  const withSettings = (changed: CallSettings): LMCall => ({
    ...base,
    settings: { ...settings, ...changed },
  });
  return [...[...contents, role, fewer, swapped].map(withMessages), ...settingChanges.map(withSettings)];
}

function expectReply(reply: LMReply): void {
  expect(reply.text).toEqual(expect.any(String));
  expect(['stop', 'length', 'content-filter', 'other']).toContain(reply.finishReason);
  expect(reply.model).not.toBe('');
  if (reply.usage === undefined) return;
  expect(reply.usage.inputTokens).toBeGreaterThan(0);
  expect(reply.usage.outputTokens).toBeGreaterThan(0);
}

async function collect(stream: AsyncIterable<StreamPart>, onFirst?: () => void): Promise<StreamPart[]> {
  const parts: StreamPart[] = [];
  for await (const part of stream) if (parts.push(part) === 1) onFirst?.();
  return parts;
}

function textOf(parts: readonly StreamPart[]): string {
  return parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');
}

function endOf(parts: readonly StreamPart[]): LMReply {
  expect(parts.filter((part) => part.kind === 'end')).toHaveLength(1);
  const last = parts.at(-1);
  if (last?.kind !== 'end') throw new Error('The stream did not finish with its reply.');
  return last.reply;
}

function isAborted(error: unknown): boolean {
  return AbortedError.isInstance(error);
}

function isUsageError(error: unknown): boolean {
  return UsageError.isInstance(error);
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) frozen(member);
    Object.freeze(value);
  }
  return value;
}
