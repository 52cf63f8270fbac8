import { FakeLM } from '@sigil/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { chatAdapter, compactAdapter, jsonAdapter, twoStep, xmlAdapter } from '../adapter/index.js';
import { Judges } from '../fixtures/support.js';
import { Kind, Ticket } from '../fixtures/ticket.js';
import { configure, Predict, withContext } from '../index.js';

let restore = (): void => undefined;
afterEach(() => restore());

const text = 'Thanks!';
const kind = (): FakeLM => new FakeLM(() => 'verdict: kind');
const idOf = async (run: (lm: FakeLM) => Promise<{ report: { adapter: string } }>): Promise<string> =>
  (await run(kind())).report.adapter;

describe('the adapter of a call', () => {
  it('is that of the artifact where nobody says another', async () => {
    expect(await idOf((lm) => new Predict(Kind, { lm }).runWithReport({ text }))).toBe('chat/1');
  });

  it('comes from the call, else from the predictor, else from the nearest run, else from the context', async () => {
    restore = configure({ adapter: xmlAdapter });
    expect(await idOf((lm) => new Predict(Kind, { lm }).runWithReport({ text }))).toBe('xml/1');
    const own = (lm: FakeLM) => new Predict(Kind, { lm, adapter: jsonAdapter });
    expect(await idOf((lm) => own(lm).runWithReport({ text }))).toBe('json/1');
    expect(await idOf((lm) => own(lm).runWithReport({ text }, { adapter: compactAdapter }))).toBe(
      'compact/1',
    );
    expect(
      await idOf((lm) =>
        withContext({ adapter: compactAdapter }, () => new Predict(Kind, { lm }).runWithReport({ text })),
      ),
    ).toBe('compact/1');
    const lm = new FakeLM(() => '{"verdict": "kind"}');
    await new Judges().run({ text }, { lm, adapter: jsonAdapter });
    expect(lm.calls.map(({ messages }) => messages[0]?.content.includes('JSON'))).toEqual([true, true]);
  });

  it('is the one that tuned state names, before that of the context', async () => {
    restore = configure({ adapter: xmlAdapter });
    const state = { '': { adapter: 'json/1', instructions: ['Judge it.'] } };
    expect(await idOf((lm) => new Predict(Kind, { lm }).runWithReport({ text }, { state }))).toBe('json/1');
    expect(
      await idOf((lm) => new Predict(Kind, { lm }).runWithReport({ text }, { state, adapter: chatAdapter })),
    ).toBe('chat/1');
  });

  it.each([
    [
      'json',
      /Cannot use the text 'json' as an adapter: wanted one of 'sigil\/adapter', such as jsonAdapter/u,
    ],
    [twoStep, /Cannot use a function as an adapter: .* twoStep\(\)/u],
  ])('is refused where it is none, before anything is sent', async (adapter, message) => {
    const lm = kind();
    // @ts-expect-error -- TS2322: as it may be given in JavaScript
    await expect(new Predict(Kind, { lm, adapter }).run({ text })).rejects.toThrow(message);
    expect(lm.calls).toEqual([]);
  });
});

describe('the request of the JSON adapter', () => {
  const reply = '{"team":"billing","urgency":0.5,"refund":true,"reply":"Hi.","order":null}';

  it('has the strict schema of the artifact where the model keeps to one, and then not in its prompt', async () => {
    const lm = new FakeLM([reply], { capabilities: { seed: false, jsonSchema: true } });
    const outputs = await new Predict(Ticket, { lm, adapter: jsonAdapter }).run({ message: 'x' });
    expect(outputs).toMatchObject({ team: 'billing', order: null });
    const [call] = lm.calls;
    expect(call?.responseFormat).toEqual({ name: 'Ticket', schema: Ticket.artifact.wire });
    expect(Object.keys(Ticket.artifact.wire['properties'] ?? {})).toEqual(
      Object.keys(JSON.parse(reply) as object),
    );
    expect(call?.messages[0]?.content).not.toContain('"properties"');
  });

  it('has the schema in its prompt where the model does not', async () => {
    const lm = new FakeLM([reply]);
    await new Predict(Ticket, { lm, adapter: jsonAdapter }).run({ message: 'x' });
    expect(lm.calls[0]?.responseFormat).toBeUndefined();
    expect(lm.calls[0]?.messages[0]?.content).toContain('"properties"');
  });

  it('has it also when it is repeated', async () => {
    const lm = new FakeLM(['{"team":"none"}', reply], { capabilities: { seed: false, jsonSchema: true } });
    await new Predict(Ticket, { lm, adapter: jsonAdapter }).run({ message: 'x' });
    expect(lm.calls.map(({ responseFormat }) => responseFormat?.name)).toEqual(['Ticket', 'Ticket']);
  });
});

describe('the two requests of the two-step adapter', () => {
  const free = 'This is a friendly text.';

  it('are both counted, each with its step, and may go to two models', async () => {
    const lm = new FakeLM([{ text: free, usage: { inputTokens: 10, outputTokens: 6 } }], {
      modelId: 'large',
    });
    const small = new FakeLM([{ text: 'verdict: kind', usage: { inputTokens: 20, outputTokens: 3 } }]);
    const predict = new Predict(Kind, { lm, adapter: twoStep({ lm: small }) });
    const { outputs, report } = await predict.runWithReport({ text });
    expect(outputs).toEqual({ verdict: 'kind' });
    expect(report.attempts.map(({ step }) => step)).toEqual(['answer', 'extraction']);
    expect(report.usage).toEqual({ inputTokens: 30, outputTokens: 9 });
    expect(small.calls[0]?.messages.at(-1)?.content).toContain(free);
    expect([lm.calls.length, small.calls.length]).toEqual([1, 1]);
  });

  it('share the bound on how often a reply may be asked for again', async () => {
    const lm = new FakeLM([{ text: 'Half of', finishReason: 'length' }, free, 'no idea', 'verdict: kind']);
    const predict = new Predict(Kind, { lm, adapter: twoStep(), maxReasks: 2 });
    const { report } = await predict.runWithReport({ text });
    expect(report.attempts.map(({ step, error }) => [step, error === undefined])).toEqual([
      ['answer', false],
      ['answer', true],
      ['extraction', false],
      ['extraction', true],
    ]);
    const once = new FakeLM([{ text: 'Half of', finishReason: 'length' }, free, 'no idea']);
    await expect(new Predict(Kind, { lm: once, adapter: twoStep() }).run({ text })).rejects.toThrow(
      /3 attempts/u,
    );
  });

  it('tell a watcher when the answer is being read', async () => {
    const lm = new FakeLM([free, 'verdict: kind']);
    const stream = new Predict(Kind, { lm, adapter: twoStep() }).stream({ text });
    const seen: string[] = [];
    for await (const event of stream.events) seen.push(event.kind === 'status' ? event.status : event.kind);
    expect(seen).toEqual(['started', 'extracting', 'partial', 'finished']);
  });
});
