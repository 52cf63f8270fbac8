import {
  AuthenticationError,
  DatasetError,
  MetricError,
  UsageError,
  type JournalEvent,
  type LanguageModel,
  type ProgramState,
} from '@sigil/spec';
import { datasetHash, splitValidation } from '@sigil/evaluate';
import { FakeLM } from '@sigil/testing';
import { Predict } from 'sigil';
import { describe, expect, it } from 'vitest';
import { Review, reviews, sameMood, type ReviewRow } from '../fixtures/review.js';
import { reviewer, shownIn, type Shown } from '../fixtures/world.js';
import {
  BootstrapFewShotWithRandomSearch,
  type OptimizeResult,
  type OptimizeTask,
  type RandomSearchOptions,
} from '../index.js';

type Task = OptimizeTask<ReviewRow, { mood: 'good' | 'bad' }>;

const program = new Predict(Review, { maxReasks: 0 });
const trainset = reviews('train', 30);
const valset = reviews('val', 100);

function optimize(
  lm: LanguageModel,
  task: Partial<Task> = {},
  options: RandomSearchOptions = {},
): Promise<OptimizeResult> {
  const small = { candidates: 4, maxLabeledDemos: 4, maxBootstrappedDemos: 2, ...options };
  return new BootstrapFewShotWithRandomSearch(small).optimize({
    program,
    programId: 'src/review.ts#Review',
    trainset,
    valset,
    metric: sameMood,
    metricName: 'same-mood',
    lm,
    ...task,
  });
}

/** A model that a demo of the right kind helps: the more of them, the better. */
const learner = (options: { delay?: number } = {}): FakeLM =>
  reviewer((shown) => 50 + 12 * shown.demos.length, options);
const isAbout = (set: string, { asked }: Shown): boolean => asked.startsWith(`text: ${set} `);

describe('BootstrapFewShotWithRandomSearch', () => {
  it('finds better demos, confirms them on rows that the search never saw, and says why', async () => {
    const lm = learner();
    const events: JournalEvent[] = [];
    const result = await optimize(lm, { seed: 3, onEvent: (event) => events.push(event) });
    expect(result.outcome).toBe('improved');
    expect(result.state['']?.demos).toHaveLength(4);
    const { evidence } = result;
    const split = splitValidation(valset, 3);
    expect(evidence).toMatchObject({
      optimizer: 'bootstrap-random-search',
      seed: 3,
      model: 'fake',
      metric: 'same-mood',
      data: {
        train: datasetHash(trainset),
        val: datasetHash(split.valset),
        confirm: datasetHash(split.confirmset),
      },
      scores: { baseline: { rows: 40, parsed: 1 }, optimized: { rows: 40, parsed: 1 } },
      confirmation: { n: 40 },
      testLooks: 0,
    });
    expect(evidence?.confirmation.p).toBeLessThanOrEqual(0.05);
    expect(evidence?.confirmation.difference).toBeCloseTo(
      Number(evidence?.scores.optimized.mean) - Number(evidence?.scores.baseline.mean),
    );
    // One request for each program run.
    expect([result.calls, evidence?.calls]).toEqual([lm.calls.length, lm.calls.length]);
    expect(result.reason).toMatch(
      / of 40 rows that the search never saw, the incumbent .* \(p = 0\.\d+, at most 0\.05\)\.$/u,
    );
    expect(events.at(0)).toMatchObject({
      kind: 'run-started',
      candidates: 7,
      rows: { train: 30, val: 60, confirm: 40 },
    });
    expect(events.at(-1)).toMatchObject({ kind: 'run-ended', outcome: 'improved', reason: result.reason });
    expect(events.filter(({ kind }) => kind === 'candidate-scored')).toHaveLength(7);
    expect(events.filter((event) => event.kind === 'row-scored' && event.set === 'confirm')).toHaveLength(80);
  });

  it('keeps the confirmset out of the search and of every prompt', async () => {
    const lm = learner();
    await optimize(lm, { seed: 1 });
    const confirm = new Set(splitValidation(valset, 1).confirmset.map(({ text }) => `text: ${text}`));
    const shown = lm.calls.map(shownIn);
    const first = shown.findIndex(({ asked }) => confirm.has(asked));
    // The incumbent on 40 rows, then the winner, and nothing else before or after.
    expect(first).toBe(shown.length - 80);
    expect(shown.slice(first).every(({ asked }) => confirm.has(asked))).toBe(true);
    expect(shown.some(({ demos }) => demos.some(({ inputs }) => confirm.has(inputs)))).toBe(false);
  });

  it('never uses rows of the trainset to compare candidates, nor validation rows as demos', async () => {
    const lm = learner();
    const { candidates } = await optimize(lm);
    expect(candidates[0]?.summary?.rows).toBe(60);
    const demos = lm.calls.flatMap((call) => shownIn(call).demos);
    expect(demos.every(({ inputs }) => inputs.startsWith('text: train '))).toBe(true);
  });

  it('takes a confirmset that it is given, and keeps all of the valset for the search', async () => {
    const confirmset = reviews('confirm', 12);
    const { evidence, candidates } = await optimize(learner(), { confirmset });
    expect(evidence?.data.confirm).toBe(datasetHash(confirmset));
    expect(candidates[0]?.summary?.rows).toBe(100);
  });

  it('gives the same bytes one row at a time and sixteen at a time', async () => {
    const one = await optimize(learner(), { concurrency: 1, seed: 7 });
    const many = await optimize(learner({ delay: 1 }), { concurrency: 16, seed: 7 });
    expect(one.outcome).toBe('improved');
    expect(JSON.stringify(many)).toBe(JSON.stringify(one));
    const other = await optimize(learner(), { seed: 8 });
    expect(JSON.stringify(other.state)).not.toBe(JSON.stringify(one.state));
  });

  it('proposes the same first candidates when there are more of them', async () => {
    const few = await optimize(learner(), {}, { candidates: 2 });
    const many = await optimize(learner(), {}, { candidates: 5 });
    expect(many.candidates).toHaveLength(8);
    expect(many.candidates.slice(0, 5)).toEqual(few.candidates);
  });

  it('evaluates all rows of a candidate before those of the next', async () => {
    const lm = learner();
    await optimize(lm, { concurrency: 1 });
    const prompts = lm.calls
      .map(shownIn)
      .filter((shown) => isAbout('val', shown))
      .map(({ demos }) => JSON.stringify(demos));
    const changes = prompts.filter((prompt, at) => at > 0 && prompt !== prompts[at - 1]).length;
    // Seven candidates in turn, then incumbent and winner once more.
    expect(changes).toBe(8);
  });

  it.each([
    ['no bootstrapped demos', { maxBootstrappedDemos: 0 }],
    ['no labeled demos', { maxLabeledDemos: 0 }],
    ['fewer rows than demos', { maxLabeledDemos: 100, maxBootstrappedDemos: 50 }],
    ['no further candidates', { candidates: 0 }],
  ])('works with %s', async (_, options: RandomSearchOptions) => {
    const result = await optimize(learner(), {}, options);
    expect(['improved', 'no-evidence']).toContain(result.outcome);
    const most = Math.max(options.maxLabeledDemos ?? 4, options.maxBootstrappedDemos ?? 2);
    const counts = result.candidates.map(({ state }) => state['']?.demos?.length ?? 0);
    expect(Math.max(...counts)).toBe(Math.min(most, trainset.length));
  });

  it('draws from 1 to maxBootstrappedDemos demos for the further candidates', async () => {
    const { candidates } = await optimize(
      reviewer(() => 100),
      {},
      { candidates: 12, maxBootstrappedDemos: 3, maxLabeledDemos: 0 },
    );
    const counts = candidates.slice(2).map(({ state }) => state['']?.demos?.length);
    expect(new Set(counts)).toEqual(new Set([1, 2, 3]));
  });

  it('compares the program without demos too when the incumbent has some', async () => {
    const incumbent: ProgramState = {
      '': { instructions: ['Judge.'], demos: [{ text: 'old', mood: 'good' }] },
    };
    const { candidates } = await optimize(learner(), { incumbent });
    expect(candidates.map(({ origin }) => origin).slice(0, 2)).toEqual(['the incumbent', 'no demos']);
    expect(candidates[0]?.state).toEqual(incumbent);
    expect(candidates[1]?.state).toEqual({ '': { instructions: ['Judge.'] } });
    expect(candidates.every(({ state }) => state['']?.instructions?.[0] === 'Judge.')).toBe(true);
  });

  it('keeps the earliest of equal candidates, and tests none that is no better than the incumbent', async () => {
    const lm = reviewer(() => 100);
    const result = await optimize(lm);
    expect(result).toMatchObject({ outcome: 'no-evidence', state: {} });
    expect(result.evidence).toBeUndefined();
    expect(result.reason).toBe('None of 6 candidates is better than the incumbent on the valset (100.0 %).');
    expect(lm.calls.map(shownIn).filter((shown) => isAbout('val', shown))).toHaveLength(60 + 6 * 12);
  });

  it('ends a candidate that can no longer win, and never the one that does', async () => {
    const { candidates, evidence } = await optimize(learner());
    const scored = candidates.flatMap(({ summary }) => (summary === undefined ? [] : [summary]));
    const best = Math.max(...scored.map(({ mean }) => mean));
    expect(evidence).toBeDefined();
    expect(scored.find(({ mean }) => mean === best)?.rows).toBe(60);
    const ended = scored.filter(({ rows }) => rows < 60);
    expect(ended.length).toBeGreaterThan(0);
    for (const { rows, mean } of ended) expect((mean * rows + 60 - rows) / 60).toBeLessThanOrEqual(best);
  });

  it('tells means apart that only differ far behind the point', async () => {
    const lm = reviewer(() => 100);
    const metric = (row: ReviewRow): number => (row.text.startsWith('val') ? 0.5 : 1);
    const tiny = { val: 0.5 + 1e-9 };
    let rowsSeen = 0;
    // The third candidate is better by a billionth.
    const result = await optimize(lm, {
      concurrency: 1,
      metric: (row) =>
        row.text.startsWith('val') && Math.floor(rowsSeen++ / 60) === 2 ? tiny.val : metric(row),
    });
    expect(result.evidence?.scores.optimized.mean).toBe(0.5);
    expect(result.outcome).toBe('no-evidence');
    expect(result.reason).toContain(result.candidates[2]?.origin);
  });

  it('evaluates equal candidates once and says so', async () => {
    const events: JournalEvent[] = [];
    // One training row: every candidate has the same demo.
    const { candidates } = await optimize(
      reviewer(() => 100),
      { trainset: trainset.slice(0, 1), onEvent: (event) => events.push(event) },
    );
    expect(candidates).toHaveLength(2);
    expect(events).toContainEqual({
      kind: 'note',
      text: 'bootstrap: 1 bootstrapped and 0 labeled demos is the same as labeled: 1 labeled demos, and is not evaluated again.',
    });
    expect(events.filter(({ kind }) => kind === 'candidate-scored')).toHaveLength(2);
  });

  it('ends early with a candidate that reaches stopAtScore', async () => {
    const events: JournalEvent[] = [];
    const skilled = reviewer(({ demos }) => (demos.length > 0 ? 100 : 0));
    const { candidates, outcome } = await optimize(
      skilled,
      { onEvent: (event) => events.push(event) },
      { stopAtScore: 1 },
    );
    expect(candidates).toHaveLength(2);
    expect(outcome).toBe('improved');
    expect(events).toContainEqual({
      kind: 'note',
      text: 'The search ends early: labeled: 4 labeled demos reached 100.0 %.',
    });
  });

  it('finds no evidence where no prompt helps', async () => {
    const result = await optimize(
      reviewer(() => 60),
      { seed: 4 },
    );
    expect(result).toMatchObject({ outcome: 'no-evidence', state: {} });
    expect(result.evidence?.confirmation.p).toBeGreaterThan(0.05);
    expect(result.reason).toMatch(/wanted at most 0\.05\)\.$/u);
  });

  it('fails at once on an outage, with everything so far and the incumbent', async () => {
    const refused = new AuthenticationError('Set OPENAI_API_KEY.', { model: 'm', endpoint: 'e' });
    let left = 150;
    const lm = new FakeLM(() => (--left < 0 ? refused : 'mood: good'));
    const events: JournalEvent[] = [];
    const incumbent: ProgramState = { '': { instructions: ['Judge.'] } };
    const result = await optimize(lm, { concurrency: 1, incumbent, onEvent: (event) => events.push(event) });
    expect(result).toMatchObject({ outcome: 'failed', state: incumbent, error: refused, calls: 151 });
    expect(lm.calls).toHaveLength(151);
    expect(result.reason).toContain(
      'on the valset: Cannot call m: e refused the key (HTTP 401). Set OPENAI_API_KEY.',
    );
    expect(result.candidates.filter(({ summary }) => summary !== undefined)).toHaveLength(2);
    expect(events.filter(({ kind }) => kind === 'row-scored')).toHaveLength(150);
    expect(events.at(-1)).toMatchObject({ kind: 'run-ended', outcome: 'failed' });
  });

  it('fails on an outage while a teacher runs', async () => {
    const refused = new AuthenticationError('Set OPENAI_API_KEY.', { model: 'm', endpoint: 'e' });
    const lm = new FakeLM((call) => (isAbout('train', shownIn(call)) ? refused : 'mood: good'));
    const result = await optimize(lm);
    expect(result).toMatchObject({ outcome: 'failed', error: refused, state: {} });
    expect(result.reason).toContain('Stopped at the trainset: Cannot call m');
  });

  it('fails when the metric is broken, and names the row', async () => {
    const result = await optimize(learner(), { metric: (row) => (row.text.startsWith('val 4') ? NaN : 1) });
    expect(result.outcome).toBe('failed');
    expect(MetricError.isInstance(result.error)).toBe(true);
    expect(result.reason).toContain("with metric 'same-mood': it gave NaN");
  });

  it('fails when the metric throws on a row of the trainset', async () => {
    const metric = (row: ReviewRow): boolean => {
      if (row.text.startsWith('train')) throw new Error('no such column');
      return true;
    };
    const result = await optimize(learner(), { metric });
    expect(result.outcome).toBe('failed');
    expect(result.reason).toContain("Cannot score row 1 with metric 'same-mood': it threw no such column");
  });

  it.each(['val', 'train', 'confirm'])(
    'is cancelled by the signal while it runs rows of %s, with everything so far',
    async (set) => {
      const controller = new AbortController();
      const confirm = new Set(splitValidation(valset, 1).confirmset.map(({ text }) => text));
      let seen = 0;
      const onEvent = (event: JournalEvent): void => {
        if (event.kind === 'row-scored' && event.set === set && (seen += 1) === 3) controller.abort();
      };
      const lm = learner();
      const result = await optimize(lm, { signal: controller.signal, onEvent, seed: 1, concurrency: 2 });
      expect(confirm.size).toBe(40);
      expect(result).toMatchObject({ outcome: 'cancelled', state: {} });
      expect(result.evidence).toBeUndefined();
      expect(result.candidates.length).toBeGreaterThan(0);
      expect(seen).toBeLessThanOrEqual(4);
      expect(result.calls).toBeGreaterThanOrEqual(3);
    },
  );

  it('runs nothing when the signal fired before it began', async () => {
    const lm = learner();
    const result = await optimize(lm, { signal: AbortSignal.abort() });
    expect(result).toMatchObject({ outcome: 'cancelled', calls: 0 });
    expect(lm.calls).toHaveLength(0);
  });

  it('gives candidates that cannot be changed and changes nothing that it was given', async () => {
    const demo = { text: 'old', mood: 'good' as const };
    const incumbent: ProgramState = { '': { demos: [demo] } };
    const { candidates } = await optimize(learner(), { incumbent });
    expect(Object.isFrozen(candidates[0]?.state['']?.demos?.[0])).toBe(true);
    expect(Object.isFrozen(demo)).toBe(false);
    expect(Object.isFrozen(trainset[0])).toBe(false);
  });

  it.each([
    ['trainset', { trainset: [] }, 'the trainset has no rows'],
    ['valset', { valset: [] }, 'the valset has no rows'],
    ['confirmset', { valset: valset.slice(0, 1) }, 'Cannot split 1 row (1 different) into the confirmset'],
    ['own confirmset', { confirmset: [] }, 'the confirmset has no rows'],
  ])('refuses an empty %s before anything is run', async (_, task, message) => {
    const lm = learner();
    const error: unknown = await optimize(lm, task).catch((caught: unknown) => caught);
    expect(DatasetError.isInstance(error)).toBe(true);
    expect(String(error)).toContain(message);
    expect(lm.calls).toHaveLength(0);
  });

  it.each([
    [{ candidates: -1 }],
    [{ maxBootstrappedDemos: 1.5 }],
    [{ maxRounds: 0 }],
    [{ stopAtScore: 85 }],
    [{ metricThreshold: NaN }],
    [{ maxBootstrappedDemos: 0, maxLabeledDemos: 0 }],
  ])('refuses options that cannot be meant: %j', (options) => {
    expect(() => new BootstrapFewShotWithRandomSearch(options)).toThrow(UsageError);
  });
});
