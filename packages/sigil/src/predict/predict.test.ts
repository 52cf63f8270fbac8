import { FakeLM } from '@sigil/testing';
import {
  ConstraintError,
  IncompleteReplyError,
  InputError,
  MissingArtifactError,
  MissingModelError,
  ParseError,
  ReplyError,
  StaleArtifactError,
  type Adapter,
  type TraceStep,
} from '@sigil/spec';
import { afterEach, describe, expect, it } from 'vitest';
import { chatAdapter, compactAdapter, jsonAdapter, xmlAdapter } from '../adapter/index.js';
import { configure, InputField, OutputField, Predict, report, withContext } from '../index.js';
import { Kind, Ticket } from '../fixtures/ticket.js';

const whole = 'team: billing\nurgency: 0.5\nrefund: true\nreply: We are on it.\norder: null';

let restore = (): void => undefined;
afterEach(() => restore());

describe('Predict', () => {
  it('gives exactly the outputs, typed and validated', async () => {
    const lm = new FakeLM([whole]);
    const outputs = await new Predict(Ticket).run({ message: 'I was charged twice.' }, { lm });
    expect(outputs).toEqual({
      team: 'billing',
      urgency: 0.5,
      refund: true,
      reply: 'We are on it.',
      order: null,
    });
  });

  it('has no member for an optional output that the reply leaves out, and null where it says null', async () => {
    const lines = 'team: billing\nurgency: 0\nrefund: true\nreply: Hi.';
    const tags = '<team>billing</team><urgency>0</urgency><refund>true</refund><reply>Hi.</reply>';
    const json = '{"team": "billing", "urgency": 0, "refund": true, "reply": "Hi."}';
    const nothing = '{"team": "billing", "urgency": 0, "refund": true, "reply": "Hi.", "order": null}';
    const namesOf = async (adapter: Adapter, reply: string): Promise<readonly string[]> =>
      Object.keys(await new Predict(Ticket, { lm: new FakeLM([reply]), adapter }).run({ message: 'x' }));
    const said = ['team', 'urgency', 'refund', 'reply'];
    expect(await namesOf(chatAdapter, lines)).toEqual(said);
    expect(await namesOf(xmlAdapter, tags)).toEqual(said);
    expect(await namesOf(jsonAdapter, json)).toEqual(said);
    expect(await namesOf(compactAdapter, json)).toEqual(said);
    expect(await namesOf(compactAdapter, nothing)).toEqual([...said, 'order']);
  });

  it('reports a draft and an end token that were taken away, with every adapter', async () => {
    const lines = 'team: billing\nurgency: 0\nrefund: true\nreply: Hi.';
    for (const adapter of [chatAdapter, xmlAdapter, jsonAdapter, compactAdapter]) {
      const lm = new FakeLM([`<think>team: sales</think>${lines}`, `${lines}<|im_end|>`]);
      const predict = new Predict(Ticket, { lm, adapter });
      const kinds = async (): Promise<readonly string[]> =>
        (await predict.runWithReport({ message: 'x' })).report.coercions.map(({ kind }) => kind);
      expect({ id: adapter.id, draft: await kinds(), token: await kinds() }).toEqual({
        id: adapter.id,
        draft: ['reasoning-removed'],
        token: ['end-token-removed'],
      });
    }
  });

  it('sends exactly what render shows', async () => {
    const lm = new FakeLM([whole]);
    const predict = new Predict(Ticket);
    const inputs = { message: 'I was\ncharged twice.', history: ['hello'] };
    await predict.run(inputs, { lm });
    expect(await predict.render(inputs)).toEqual(lm.calls[0]?.messages);
    expect(lm.calls[0]?.messages.at(-1)?.content).toBe(
      'Route a support ticket to the team that can solve it.\n' +
        'message: I was\ncharged twice.\nchannel: mail\nhistory: ["hello"]',
    );
  });

  it('reports usage, attempts and coercions, also for the object that run gave', async () => {
    const lm = new FakeLM([{ text: 'I think it is kind.', usage: { inputTokens: 7, outputTokens: 5 } }]);
    const { outputs, report: made } = await new Predict(Kind, { lm }).runWithReport({ text: 'Thank you!' });
    expect(outputs).toEqual({ verdict: 'kind' });
    expect(made.usage).toEqual({ inputTokens: 7, outputTokens: 5 });
    expect(made.coercions).toEqual([
      { path: 'verdict', kind: 'enum-from-text', from: 'I think it is kind.', to: 'kind' },
    ]);
    expect(made.attempts).toHaveLength(1);
    expect(report(outputs)).toBe(made);
    expect(report({ ...outputs })).toBeUndefined();
  });

  it('shows the model its own reply and the error once, and counts both calls', async () => {
    const lm = new FakeLM(['no idea', 'verdict: unkind']);
    const { outputs, report: made } = await new Predict(Kind, { lm }).runWithReport({ text: 'Go away.' });
    expect(outputs.verdict).toBe('unkind');
    expect(made.attempts.map(({ error }) => (ReplyError.isInstance(error) ? error.code : error))).toEqual([
      'SIGIL3001',
      undefined,
    ]);
    const asked = lm.calls[1]?.messages.slice(-2);
    expect(asked?.[0]).toEqual({ role: 'assistant', content: 'no idea' });
    expect(asked?.[1]?.content).toContain('no idea   <-- expected one of: kind, unkind\n');
  });

  it('throws the last error when the re-ask brings nothing better', async () => {
    const lm = new FakeLM(['no idea', 'still none']);
    await expect(new Predict(Kind, { lm }).run({ text: 'x' })).rejects.toSatisfy(
      ParseError.isInstance.bind(ParseError),
    );
    expect(lm.calls).toHaveLength(2);
  });

  it('never asks again with maxReasks 0', async () => {
    const lm = new FakeLM(['no idea']);
    await expect(new Predict(Kind, { lm, maxReasks: 0 }).run({ text: 'x' })).rejects.toThrow(
      /Cannot parse field 'verdict'/u,
    );
    expect(lm.calls).toHaveLength(1);
  });

  it('refuses a value outside its limits', async () => {
    const lm = new FakeLM([whole.replace('0.5', '5'), whole.replace('0.5', '7')]);
    const run = new Predict(Ticket, { lm }).run({ message: 'x' });
    await expect(run).rejects.toSatisfy(ConstraintError.isInstance.bind(ConstraintError));
    await expect(run).rejects.toThrow(/field 'urgency'/u);
  });

  it.each([
    ['length', 'verdict: kind', 'cut-off'],
    ['content-filter', 'verdict: kind', 'filtered'],
    ['stop', '  ', 'empty'],
  ] as const)('never takes a reply that ended by %s', async (finishReason, text, reason) => {
    const lm = new FakeLM([
      { text, finishReason },
      { text, finishReason },
    ]);
    const error: unknown = await new Predict(Kind, { lm })
      .run({ text: 'x' })
      .catch((caught: unknown) => caught);
    expect(IncompleteReplyError.isInstance(error) && error.reason).toBe(reason);
  });

  it('refuses inputs that do not fit before anything is sent', async () => {
    const lm = new FakeLM([]);
    const inputs = { message: 5 } as unknown as { message: string }; // what untyped callers do
    const run = new Predict(Ticket, { lm }).run(inputs);
    await expect(run).rejects.toSatisfy(InputError.isInstance.bind(InputError));
    await expect(run).rejects.toThrow(/field 'message'.*Nothing was sent/u);
    expect(lm.calls).toHaveLength(0);
  });

  it('says what to do when there is no model, no artifact, or a stale one', async () => {
    await expect(new Predict(Kind).run({ text: 'x' })).rejects.toSatisfy(
      MissingModelError.isInstance.bind(MissingModelError),
    );

    class Bare {
      @InputField() text!: string;
      @OutputField() verdict!: string;
    }
    const bare = Bare as unknown as typeof Kind; // the compiler refuses it; plain JavaScript does not
    await expect(new Predict(bare).run({ text: 'x' })).rejects.toSatisfy(
      MissingArtifactError.isInstance.bind(MissingArtifactError),
    );

    class Edited {
      static readonly artifact = Kind.artifact;
      @InputField() text!: string;
      @InputField() verdict!: 'kind' | 'unkind';
      @OutputField() extra!: string;
    }
    const edited = new Predict(Edited);
    await expect(edited.run({ text: 'x' })).rejects.toSatisfy(
      StaleArtifactError.isInstance.bind(StaleArtifactError),
    );
    await expect(edited.run({ text: 'x' })).rejects.toThrow(
      /'verdict' was an output and is an input; output 'extra' was added.*sigil generate/u,
    );
  });

  it('uses the state that the run was given, and {} for the bare signature', async () => {
    const lm = new FakeLM(() => 'verdict: kind');
    const predict = new Predict(Kind, { lm });
    const state = { '': { instructions: ['Be strict.'], demos: [{ text: 'Hello!', verdict: 'kind' }] } };
    await predict.run({ text: 'x' }, { state });
    await predict.run({ text: 'x' }, { state: {} });
    const [tuned, bare] = lm.calls.map((call) => call.messages);
    expect(tuned?.map((message) => message.role)).toEqual(['system', 'user', 'assistant', 'user']);
    expect(tuned?.[0]?.content.startsWith('Be strict.')).toBe(true);
    expect(bare).toEqual(await predict.render({ text: 'x' }));
  });

  it('traces a finished call', async () => {
    const steps: TraceStep[] = [];
    await new Predict(Kind, { lm: new FakeLM(['kind']) }).run(
      { text: 'x' },
      { trace: (step) => steps.push(step) },
    );
    expect(steps).toMatchObject([
      { path: '', inputs: { text: 'x' }, outputs: { verdict: 'kind' }, reply: 'kind' },
    ]);
  });

  it('takes the nearest model: call, predictor, withContext, configure', async () => {
    const named = (name: string): FakeLM => new FakeLM(() => 'verdict: kind', { modelId: name });
    const [call, own, context, configured] = ['call', 'own', 'context', 'configured'].map(named);
    if (!call || !own || !context || !configured) throw new Error('unreachable');
    restore = configure({ lm: configured });
    const model = async (predict: Predict<typeof Kind>, options = {}): Promise<string> =>
      (await predict.runWithReport({ text: 'x' }, options)).report.model;
    expect(await model(new Predict(Kind))).toBe('configured');
    expect(await withContext({ lm: context }, () => model(new Predict(Kind)))).toBe('context');
    expect(await withContext({ lm: context }, () => model(new Predict(Kind, { lm: own })))).toBe('own');
    expect(
      await withContext({ lm: context }, () => model(new Predict(Kind, { lm: own }), { lm: call })),
    ).toBe('call');
  });

  it('does not leak a context into calls that outlive it, and says so', async () => {
    const lm = new FakeLM(() => 'verdict: kind');
    const warnings: string[] = [];
    const listen = (warning: Error): void => void warnings.push(warning.message);
    process.on('warning', listen);
    let late: Promise<unknown> = Promise.resolve();
    await withContext({ lm }, () => {
      late = new Promise((resolve) => setTimeout(resolve, 5)).then(() =>
        new Predict(Kind).run({ text: 'x' }),
      );
      late.catch(() => undefined);
    });
    await expect(late).rejects.toSatisfy(MissingModelError.isInstance.bind(MissingModelError));
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', listen);
    expect(warnings.join()).toMatch(/withContext had ended/u);
  });
});
