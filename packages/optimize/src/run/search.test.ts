import type { JournalEvent, ProgramState } from '@sigil/spec';
import { datasetHash, splitValidation } from '@sigil/evaluate';
import { describe, expect, it } from 'vitest';
import { reviews, type ReviewRow } from '../fixtures/review.js';
import { searchReviews } from '../fixtures/review-task.js';
import { isAbout, learner, reviewer, shownIn } from '../fixtures/world.js';

const trainset = reviews('train', 30);
const valset = reviews('val', 100);

describe('the search', () => {
  it('keeps the confirmset out of the search and of every prompt', async () => {
    const lm = learner();
    await searchReviews(lm, { seed: 1 });
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
    const { candidates } = await searchReviews(lm);
    expect(candidates[0]?.summary?.rows).toBe(60);
    const demos = lm.calls.flatMap((call) => shownIn(call).demos);
    expect(demos.every(({ inputs }) => inputs.startsWith('text: train '))).toBe(true);
  });

  it('takes a confirmset that it is given, and keeps all of the valset for the search', async () => {
    const confirmset = reviews('confirm', 12);
    const { evidence, candidates } = await searchReviews(learner(), { confirmset });
    expect(evidence?.data.confirm).toBe(datasetHash(confirmset));
    expect(candidates[0]?.summary?.rows).toBe(100);
  });

  it('evaluates all rows of a candidate before those of the next', async () => {
    const lm = learner();
    await searchReviews(lm, { concurrency: 1 });
    const prompts = lm.calls
      .map(shownIn)
      .filter((shown) => isAbout('val', shown))
      .map(({ demos }) => JSON.stringify(demos));
    const changes = prompts.filter((prompt, at) => at > 0 && prompt !== prompts[at - 1]).length;
    // Seven candidates in turn, then incumbent and winner once more.
    expect(changes).toBe(8);
  });

  it('keeps the earliest of equal candidates, and tests none that is no better than the incumbent', async () => {
    const lm = reviewer(() => 100);
    const result = await searchReviews(lm);
    expect(result).toMatchObject({ outcome: 'no-evidence', state: {} });
    expect(result.evidence).toBeUndefined();
    expect(result.reason).toBe('None of 6 candidates is better than the incumbent on the valset (100.0 %).');
    expect(lm.calls.map(shownIn).filter((shown) => isAbout('val', shown))).toHaveLength(60 + 6 * 12);
  });

  it('ends a candidate that can no longer win, and never the one that does', async () => {
    const { candidates, evidence } = await searchReviews(learner());
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
    const result = await searchReviews(lm, {
      concurrency: 1,
      metric: (row) =>
        row.text.startsWith('val') && Math.floor(rowsSeen++ / 60) === 2 ? tiny.val : metric(row),
    });
    expect(result.evidence?.scores.optimized.mean).toBe(0.5);
    expect(result.outcome).toBe('no-evidence');
    expect(result.reason).toContain(result.candidates[2]?.origin);
  });

  it('ends early with a candidate that reaches stopAtScore', async () => {
    const events: JournalEvent[] = [];
    const skilled = reviewer(({ demos }) => (demos.length > 0 ? 100 : 0));
    const { candidates, outcome } = await searchReviews(
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

  it('proposes nothing, and pays for nothing more, where the incumbent reaches stopAtScore', async () => {
    const lm = learner();
    const result = await searchReviews(lm, {}, { stopAtScore: 0, maxLabeledDemos: 0 });
    expect(result).toMatchObject({ outcome: 'no-evidence', calls: 60, state: {} });
    expect(result.reason).toMatch(
      /^The incumbent is good enough to end the search on the valset \(\d\d\.\d %\)\.$/u,
    );
    expect(lm.calls).toHaveLength(60);
  });

  it('changes no row, whatever the metric does with it', async () => {
    const metric = (row: { mood: string }, answer: { mood: string }): boolean => {
      const isRight = row.mood === answer.mood;
      // From now on every candidate would be right, and every demo wrong.
      row.mood = answer.mood;
      return isRight;
    };
    const careless = await searchReviews(learner(), { metric, seed: 3 });
    const careful = await searchReviews(learner(), { seed: 3 });
    expect(careful.outcome).toBe('improved');
    expect(JSON.stringify(careless)).toBe(JSON.stringify(careful));
  });

  it('gives candidates that cannot be changed and changes nothing that it was given', async () => {
    const demo = { text: 'old', mood: 'good' as const };
    const incumbent: ProgramState = { '': { demos: [demo] } };
    const { candidates } = await searchReviews(learner(), { incumbent });
    expect(Object.isFrozen(candidates[0]?.state['']?.demos?.[0])).toBe(true);
    expect(Object.isFrozen(demo)).toBe(false);
    expect(Object.isFrozen(trainset[0])).toBe(false);
  });
});
