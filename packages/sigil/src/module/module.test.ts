import { FakeLM } from '@sigil/testing';
import {
  MissingArtifactError,
  StaleArtifactError,
  type LMCall,
  type ProgramArtifact,
  type ProgramState,
  type TraceStep,
} from '@sigil/spec';
import { afterEach, describe, expect, it } from 'vitest';
import { configure, Module, Predict, Program, withContext } from '../index.js';
import { Judges, Support } from '../fixtures/support.js';
import { Kind, Ticket } from '../fixtures/ticket.js';

const ticket = 'team: billing\nurgency: 0.5\nrefund: true\nreply: We are on it.\norder: null';

let restore = (): void => undefined;
afterEach(() => restore());

const systemOf = (call: LMCall): string => call.messages.map(({ content }) => content).join('\n');
const answer = (call: LMCall): string => (systemOf(call).includes('team') ? ticket : 'verdict: kind');
const answering = (): FakeLM => new FakeLM(answer);
const says = (line: string): { instructions: string[] } => ({ instructions: [line] });
const message = 'I was charged twice.';

/** What each predictor was told, by path. */
async function told(run: (trace: (step: TraceStep) => void) => Promise<unknown>): Promise<object> {
  const seen: Record<string, string> = {};
  await run(({ path, messages }) => {
    seen[path] = messages[0]?.content.split('\n')[0] ?? '';
  });
  return seen;
}

const JUDGE = 'Judge whether a text is kind.';
const ROUTE = 'Route a support ticket to the team that can solve it.';

/** A program class that is `Support`, but for its artifact. */
function withStates(states: ProgramArtifact['states']): typeof Support {
  return class Tuned extends Support {
    static override readonly artifact = { ...Support.artifact, ...(states === undefined ? {} : { states }) };
  };
}

describe('Module', () => {
  it('gives what forward gives', async () => {
    expect(await new Support().run({ message }, { lm: answering() })).toEqual({
      team: 'billing',
      verdicts: ['kind', 'kind', 'kind'],
    });
  });

  it('finds its predictors in properties, arrays, records and nested modules', () => {
    const named = new Support().namedPredictors();
    expect([...named].map(([path, { id }]) => [path, id.split('#')[1]])).toEqual([
      ['triage', 'Ticket'],
      ['judges.both[0]', 'Kind'],
      ['judges.both[1]', 'Kind'],
      ['byName.last', 'Kind'],
    ]);
  });

  it('writes names that are no plain words in brackets, and passes over all that is no predictor', () => {
    class Odd extends Module {
      'two words' = new Predict(Kind);
      byNumber = { 7: new Predict(Kind), a: { 'b.c': new Predict(Kind) }, ümlaut: new Predict(Kind) };
      nested = [[new Predict(Kind)], [], [new Map([['a', new Predict(Kind)]]), new Date()]];
      again = this.byNumber.a;
      self: unknown = this;
      #hidden = new Predict(Kind);
      bare: unknown = Object.assign(Object.create(null), { x: this.#hidden });
      forward(inputs: object): object {
        return inputs;
      }
    }
    expect([...new Odd().namedPredictors().keys()]).toEqual([
      '["two words"]',
      'byNumber["7"]',
      'byNumber.a["b.c"]',
      'byNumber.ümlaut',
      'nested[0][0]',
      'bare.x',
    ]);
  });

  it('tells the trace the path of each call, in the run that asked and in the runs around it', async () => {
    const inner: string[] = [];
    class Around extends Module {
      support = new Support();
      async forward(inputs: { message: string }): Promise<object> {
        return this.support.run(inputs, { trace: ({ path }) => inner.push(path) });
      }
    }
    const outer: string[] = [];
    await new Around().run({ message }, { lm: answering(), trace: ({ path }) => outer.push(path) });
    expect(inner).toEqual(['triage', 'judges.both[0]', 'judges.both[1]', 'byName.last']);
    expect(outer).toEqual(inner.map((path) => `support.${path}`));
  });

  it('uses the state of its artifact, that of the outermost module first', async () => {
    const Tuned = withStates({
      triage: { '*': says('Tuned triage.') },
      'judges.both[1]': { '*': says('For every model.'), special: says('For one model.') },
    });
    const run = (lm: FakeLM) => told((trace) => new Tuned().run({ message }, { lm, trace }));
    expect(await run(answering())).toEqual({
      triage: 'Tuned triage.',
      'judges.both[0]': JUDGE,
      'judges.both[1]': 'For every model.',
      'byName.last': JUDGE,
    });
    expect(await run(new FakeLM(answer, { modelId: 'special' }))).toMatchObject({
      'judges.both[1]': 'For one model.',
    });
    class Around extends Module {
      static readonly artifact: ProgramArtifact = {
        format: 1,
        kind: 'program',
        id: 'x.ts#Around',
        predictors: Object.fromEntries(
          Object.entries(Support.artifact.predictors).map(([path, spec]) => [`inner.${path}`, spec]),
        ),
        states: { 'inner.triage': { '*': says('Around.') } },
      };
      inner = new Tuned();
      async forward(inputs: { message: string }): Promise<object> {
        return this.inner.run(inputs);
      }
    }
    expect(await told((trace) => new Around().run({ message }, { lm: answering(), trace }))).toEqual({
      'inner.triage': 'Around.',
      'inner.judges.both[0]': JUDGE,
      'inner.judges.both[1]': 'For every model.',
      'inner.byName.last': JUDGE,
    });
  });

  it('uses no state that was tuned for another signature', async () => {
    class Other extends Support {}
    Object.defineProperty(Other, 'artifact', {
      value: {
        ...Support.artifact,
        predictors: { ...Support.artifact.predictors, 'byName.last': { signature: 'x.ts#Other' } },
        states: { 'byName.last': { '*': says('For another.') } },
      },
    });
    await expect(new Other().run({ message }, { lm: answering() })).rejects.toThrow(StaleArtifactError);
    class Heir extends Other {}
    expect(await told((trace) => new Heir().run({ message }, { lm: answering(), trace }))).toMatchObject({
      'byName.last': JUDGE,
    });
  });

  it('runs bare where the state that it was given says nothing, whatever the artifact says', async () => {
    const Tuned = withStates({ triage: { '*': says('Tuned triage.') } });
    const run = (state: ProgramState) =>
      told((trace) => new Tuned().run({ message }, { lm: answering(), trace, state }));
    expect(await run({})).toMatchObject({ triage: ROUTE });
    expect(await run({ 'byName.last': says('Given.') })).toMatchObject({
      triage: ROUTE,
      'byName.last': 'Given.',
    });
  });

  it('keeps overlapping runs of one instance apart', async () => {
    const support = new Support();
    const lm = new FakeLM(answer, { delay: 1 });
    const seen = await Promise.all(
      Array.from({ length: 40 }, async (_, at) => {
        const state = { triage: says(`Run ${at}.`), 'judges.both[0]': says(`Judge ${at}.`) };
        return told((trace) => support.run({ message }, { lm, state, trace }));
      }),
    );
    expect(seen).toEqual(
      seen.map((_, at) => ({
        triage: `Run ${at}.`,
        'judges.both[0]': `Judge ${at}.`,
        'judges.both[1]': JUDGE,
        'byName.last': JUDGE,
      })),
    );
  });

  it('puts the call first, then the predictor, then the nearest run, then withContext, then configure', async () => {
    const used: string[] = [];
    const named = (name: string): FakeLM => new FakeLM((call) => (used.push(name), answer(call)));
    class Chain extends Module {
      bound = new Predict(Kind, { lm: named('predictor') });
      free = new Predict(Kind);
      inner = new Judges();
      async forward({ text }: { text: string }): Promise<object> {
        await this.bound.run({ text }, { lm: named('call') });
        await this.bound.run({ text });
        await withContext({ lm: named('near context') }, () => this.free.run({ text }));
        await this.inner.run({ text }, { lm: named('nearest run') });
        return {};
      }
    }
    restore = configure({ lm: named('configured') });
    await withContext({ lm: named('context') }, async () => {
      await new Chain().run({ text: 'x' }, { lm: named('run') });
      await new Judges().run({ text: 'x' });
    });
    await new Judges().run({ text: 'x' });
    expect(used).toEqual([
      'call',
      'predictor',
      'run',
      'nearest run',
      'nearest run',
      'context',
      'context',
      'configured',
      'configured',
    ]);
  });

  it('hands settings, rollout and signal down to every call', async () => {
    const calls: LMCall[] = [];
    const lm = new FakeLM((call) => (calls.push(call), answer(call)));
    await new Judges().run({ text: 'x' }, { lm, settings: { temperature: 0.3 }, rollout: 4 });
    expect(calls.map(({ settings, rollout }) => [settings, rollout])).toEqual([
      [{ temperature: 0.3 }, 4],
      [{ temperature: 0.3 }, 4],
    ]);
    const signal = AbortSignal.abort();
    await expect(new Judges().run({ text: 'x' }, { lm, signal })).rejects.toThrow(/stopped by its signal/u);
    expect(calls).toHaveLength(2);
  });

  it('leaves a call that was not awaited outside of the run, and says so', async () => {
    const warnings: unknown[] = [];
    const listen = (warning: Error): unknown => warnings.push(Reflect.get(warning, 'code'));
    process.on('warning', listen);
    let late: Promise<unknown> = Promise.resolve();
    class Careless extends Module {
      judge = new Predict(Kind);
      async forward({ text }: { text: string }): Promise<object> {
        late = new Promise((resolve) => setTimeout(resolve, 5)).then(() => this.judge.run({ text }));
        return {};
      }
    }
    restore = configure({ lm: answering() });
    const paths: string[] = [];
    await new Careless().run({ text: 'x' }, { trace: ({ path }) => paths.push(path) });
    await late;
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', listen);
    expect([paths, warnings]).toEqual([[], ['SIGIL1102']]);
  });

  it('finds a predictor that took the place of another', async () => {
    const support = new Support();
    await support.run({ message }, { lm: answering() });
    Reflect.set(support, 'byName', { last: new Predict(Kind) });
    const state = { 'byName.last': says('Given.') };
    const seen = await told((trace) => support.run({ message }, { lm: answering(), state, trace }));
    expect(seen).toMatchObject({ 'byName.last': 'Given.' });
  });

  it('refuses to run when its predictors are not those of its artifact', async () => {
    class More extends Support {
      static override readonly artifact = Support.artifact;
      extra = new Predict(Ticket);
      override byName = { other: new Predict(Kind) } as never;
    }
    const differences = [
      "predictor 'byName.other' was added",
      "predictor 'extra' was added",
      "predictor 'byName.last' was removed",
    ];
    const run = new More().run({ message }, { lm: answering() });
    await expect(run).rejects.toThrow(StaleArtifactError);
    await expect(run).rejects.toMatchObject({ signature: Support.artifact.id, differences });
    expect(() => new More().namedPredictors()).toThrow(/Run 'sigil generate'/u);
  });

  it('refuses to run a marked class without an artifact, and one whose artifact is a signature', async () => {
    class Unmarked extends Module {
      judge = new Predict(Kind);
      async forward({ text }: { text: string }): Promise<object> {
        return this.judge.run({ text });
      }
    }
    expect(await new Unmarked().run({ text: 'x' }, { lm: answering() })).toEqual({ verdict: 'kind' });
    class Marked extends Unmarked {}
    Reflect.apply(Program(), undefined, [Marked]);
    await expect(new Marked().run({ text: 'x' })).rejects.toThrow(MissingArtifactError);
    class Wrong extends Unmarked {
      static readonly artifact = Kind.artifact;
    }
    await expect(new Wrong().run({ text: 'x' })).rejects.toThrow(StaleArtifactError);
  });
});
