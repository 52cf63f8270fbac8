import {
  AuthenticationError,
  MetricError,
  type JournalEvent,
  type ProgramState,
  type RunOptions,
} from '@sigil/spec';
import { datasetHash, splitValidation } from '@sigil/evaluate';
import { FakeLM } from '@sigil/testing';
import { describe, expect, it } from 'vitest';
import { reviews, type ReviewRow } from '../fixtures/review.js';
import { program, searchReviews } from '../fixtures/review-task.js';
import { isAbout, learner, moodOf, reviewer, shownIn } from '../fixtures/world.js';

const trainset = reviews('train', 30);
const valset = reviews('val', 100);

describe('improved', () => {
  it('finds better demos, confirms them on rows that the search never saw, and says why', async () => {
    const lm = learner();
    const events: JournalEvent[] = [];
    const result = await searchReviews(lm, { seed: 3, onEvent: (event) => events.push(event) });
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
});

describe('no evidence', () => {
  it('says so of a candidate that is better by too little, with n, difference and p of the test', async () => {
    // Right on 4 confirmation rows of 5, where the incumbent is right on 1: three pairs differ, p = 1/8.
    const lm = new FakeLM((call) => {
      const { asked, demos } = shownIn(call);
      const right = moodOf(asked);
      const wrong = right === 'good' ? 'bad' : 'good';
      const at = Number(/confirm (\d)/u.exec(asked)?.[1]);
      return `mood: ${(demos.length > 0 && at !== 4) || at === 0 ? right : wrong}`;
    });
    const result = await searchReviews(lm, { confirmset: reviews('confirm', 5) });
    expect(result.evidence).toMatchObject({
      scores: { baseline: { rows: 5, mean: 1 / 5 }, optimized: { rows: 5, mean: 4 / 5 } },
      confirmation: { n: 5, difference: expect.closeTo(3 / 5, 12), p: 1 / 8 },
    });
    expect(result.reason).toMatch(
      /: 80\.0 % of 5 rows that the search never saw, the incumbent 20\.0 % \(p = 0\.13, wanted at most 0\.05\)\.$/u,
    );
    expect(result).toMatchObject({ outcome: 'no-evidence', state: {} });
  });

  it('finds no evidence where no prompt helps', async () => {
    const result = await searchReviews(
      reviewer(() => 60),
      { seed: 4 },
    );
    expect(result).toMatchObject({ outcome: 'no-evidence', state: {} });
    expect(result.evidence?.confirmation.p).toBeGreaterThan(0.05);
    expect(result.reason).toMatch(/wanted at most 0\.05\)\.$/u);
  });
});

describe('failed', () => {
  it('fails at once on an outage, with everything so far and the incumbent', async () => {
    const refused = new AuthenticationError('Set OPENAI_API_KEY.', { model: 'm', endpoint: 'e' });
    let left = 150;
    const lm = new FakeLM(() => (--left < 0 ? refused : 'mood: good'));
    const events: JournalEvent[] = [];
    const incumbent: ProgramState = { '': { instructions: ['Judge.'] } };
    const result = await searchReviews(lm, {
      concurrency: 1,
      incumbent,
      onEvent: (event) => events.push(event),
    });
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
    const result = await searchReviews(lm);
    expect(result).toMatchObject({ outcome: 'failed', error: refused, state: {} });
    expect(result.reason).toContain('Stopped at the trainset: Cannot call m');
  });

  it('fails when the metric is broken, and names the row', async () => {
    const result = await searchReviews(learner(), {
      metric: (row) => (row.text.startsWith('val 4') ? NaN : 1),
    });
    expect(result.outcome).toBe('failed');
    expect(MetricError.isInstance(result.error)).toBe(true);
    expect(result.reason).toContain("with metric 'same-mood': it gave NaN");
  });

  it('fails when the metric throws on a row of the trainset', async () => {
    const metric = (row: ReviewRow): boolean => {
      if (row.text.startsWith('train')) throw new Error('no such column');
      return true;
    };
    const result = await searchReviews(learner(), { metric });
    expect(result.outcome).toBe('failed');
    expect(result.reason).toContain("Cannot score row 1 with metric 'same-mood': it threw no such column");
  });
});

describe('a program that throws', () => {
  const sets = { valset: reviews('val', 13), confirmset: reviews('confirm', 8) };
  /** Throws on rows that say so; the others are answered by the model. */
  const throwing = (fails: (text: string, hasDemos: boolean) => boolean) => ({
    namedPredictors: () => program.namedPredictors(),
    run: async (inputs: object, options: RunOptions = {}): Promise<{ mood: 'good' | 'bad' }> => {
      const text = 'text' in inputs ? String(inputs.text) : '';
      if (fails(text, options.state?.['']?.demos !== undefined)) throw new TypeError(`no ${text}`);
      return program.run({ text }, options);
    },
  });

  it('fails the run when it throws on every row, with what it threw', async () => {
    const lm = learner();
    const result = await searchReviews(lm, { ...sets, program: throwing(() => true) });
    expect(result).toMatchObject({ outcome: 'failed', calls: 13, state: {} });
    expect(result.reason).toBe(
      'Stopped at the incumbent on the valset: Cannot evaluate: the program threw on every row, expected an answer. ' +
        'The first is row 1: TypeError: no val 0. Fix the program, or the rows.',
    );
    expect(lm.calls).toHaveLength(0);
  });

  it('has a score of 0 where it throws on all rows of a wave only', async () => {
    // Rows 1 to 12 are the first wave of a candidate, row 13 is the second.
    const helped = reviewer(({ demos }) => (demos.length > 0 ? 100 : 0));
    const last = throwing((text, hasDemos) => hasDemos && text === 'val 12');
    const result = await searchReviews(helped, { ...sets, program: last });
    expect(result.outcome).toBe('improved');
    expect(result.candidates[1]?.summary).toEqual({ rows: 13, mean: 12 / 13, parsed: 12 / 13 });
    const all = throwing((_, hasDemos) => hasDemos);
    const none = await searchReviews(learner(), { ...sets, program: all });
    expect(none.outcome).toBe('no-evidence');
    expect(none.candidates[1]?.summary).toEqual({ rows: 12, mean: 0, parsed: 0 });
  });
});

describe('cancelled', () => {
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
      const result = await searchReviews(lm, { signal: controller.signal, onEvent, seed: 1, concurrency: 2 });
      expect(confirm.size).toBe(40);
      expect(result).toMatchObject({ outcome: 'cancelled', state: {} });
      expect(result.evidence).toBeUndefined();
      expect(result.candidates.length).toBeGreaterThan(0);
      expect(seen).toBeLessThanOrEqual(4);
      expect(result.calls).toBeGreaterThanOrEqual(3);
    },
  );

  it('is cancelled in the middle of a wave of a later candidate, without that wave', async () => {
    const controller = new AbortController();
    const scored: string[] = [];
    const onEvent = (event: JournalEvent): void => {
      if (event.kind !== 'row-scored' || event.set !== 'val') return;
      scored.push(event.candidate);
      // The incumbent has 60 rows, a wave has 12.
      if (scored.length === 60 + 12 + 5) controller.abort();
    };
    const lm = learner({ delay: 1 });
    const result = await searchReviews(lm, { signal: controller.signal, onEvent, concurrency: 4 });
    expect(result).toMatchObject({ outcome: 'cancelled', state: {} });
    expect(result.reason).toMatch(/^Stopped at labeled: 4 labeled demos on the valset\.$/u);
    expect(result.candidates.map(({ summary }) => summary?.rows)).toEqual([60, undefined]);
    expect(scored.length).toBeLessThanOrEqual(60 + 12 + 5 + 3);
    expect(result.calls).toBeGreaterThanOrEqual(scored.length);
  });

  it('runs nothing when the signal fired before it began', async () => {
    const lm = learner();
    const result = await searchReviews(lm, { signal: AbortSignal.abort() });
    expect(result).toMatchObject({ outcome: 'cancelled', calls: 0 });
    expect(lm.calls).toHaveLength(0);
  });
});
