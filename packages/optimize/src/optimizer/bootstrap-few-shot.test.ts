import { UsageError, type JournalEvent } from '@sigil/spec';
import { FakeLM } from '@sigil/testing';
import { describe, expect, it } from 'vitest';
import { reviews, type ReviewRow } from '../fixtures/review.js';
import { bootstrapReviews, demosOf, inputsOf } from '../fixtures/review-task.js';
import { moodOf, perfect, reviewer, shownIn, taught } from '../fixtures/world.js';
import { BootstrapFewShot } from '../index.js';

describe('BootstrapFewShot', () => {
  it('makes demos of the first rows whose reply the metric accepts, as the model answered them', async () => {
    // Wrong on every third row, which the metric notices.
    const lm = reviewer(({ asked }) => (Number(/\d+$/u.exec(asked)?.[0]) % 3 === 0 ? 0 : 100));
    const result = await bootstrapReviews(lm, {}, { maxBootstrappedDemos: 4, maxLabeledDemos: 0 });
    expect(demosOf(result)).toEqual([
      { text: 'train 1', mood: 'bad' },
      { text: 'train 2', mood: 'good' },
      { text: 'train 4', mood: 'good' },
      { text: 'train 5', mood: 'bad' },
    ]);
    expect(result.candidates.at(-1)?.origin).toBe('bootstrap: 4 bootstrapped and 0 labeled demos');
    // Six rows were enough, and no more were run.
    expect(taught(lm)).toHaveLength(6);
  });

  it('runs the same rows at any concurrency', async () => {
    const half = (): FakeLM => reviewer(() => 40);
    const [one, many] = [half(), half()];
    const first = await bootstrapReviews(one, { concurrency: 1 });
    const second = await bootstrapReviews(many, { concurrency: 16 });
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    expect(taught(many).map((call) => shownIn(call).asked)).toEqual(
      taught(one).map((call) => shownIn(call).asked),
    );
  });

  it('fills up with labeled demos of other rows, to maxLabeledDemos in all', async () => {
    const demos = demosOf(
      await bootstrapReviews(perfect(), {}, { maxBootstrappedDemos: 3, maxLabeledDemos: 8 }),
    );
    expect(inputsOf(demos).slice(0, 3)).toEqual(['train 0', 'train 1', 'train 2']);
    expect(new Set(inputsOf(demos)).size).toBe(8);
    expect(demos.map(({ mood }) => mood)).toEqual(inputsOf(demos).map(moodOf));
  });

  it('makes no demos of replies that cannot be read', async () => {
    const lm = new FakeLM((call) =>
      shownIn(call).asked === 'text: train 0' ? 'no idea' : `mood: ${moodOf(shownIn(call).asked)}`,
    );
    const demos = demosOf(await bootstrapReviews(lm, {}, { maxBootstrappedDemos: 2, maxLabeledDemos: 0 }));
    expect(inputsOf(demos)).toEqual(['train 1', 'train 2']);
  });

  it('has labeled demos only where the metric rejects all, and says so', async () => {
    const events: JournalEvent[] = [];
    const metric = (row: ReviewRow, { mood }: { mood: string }): boolean =>
      !row.text.startsWith('train') && row.mood === mood;
    const result = await bootstrapReviews(perfect(), { metric, onEvent: (event) => events.push(event) });
    expect(result.candidates.at(-1)?.origin).toBe('bootstrap: 0 bootstrapped and 16 labeled demos');
    expect(events).toContainEqual({
      kind: 'note',
      text:
        "No demo was bootstrapped for 'bootstrap': none of 20 replies of the teacher got a score above 0 " +
        "(20 rejected by metric 'same-mood').",
    });
    expect(result.reason).toMatch(
      / The metric accepted no reply of the teacher, so that no demo was bootstrapped\.$/u,
    );
  });

  it('says so where no reply can be read', async () => {
    const events: JournalEvent[] = [];
    const result = await bootstrapReviews(new FakeLM(() => 'no idea'), {
      onEvent: (event) => events.push(event),
    });
    expect(events).toContainEqual({
      kind: 'note',
      text:
        "No demo was bootstrapped for 'bootstrap': none of 20 replies of the teacher got a score above 0 " +
        '(20 that could not be read).',
    });
    expect(result.reason).toMatch(/ The metric was given no reply of the teacher, so that no demo was/u);
  });

  it('ends without evidence where the metric rejects all and there are no labeled demos', async () => {
    const result = await bootstrapReviews(perfect(), { metric: () => false }, { maxLabeledDemos: 0 });
    expect(result).toMatchObject({ outcome: 'no-evidence', state: {} });
    expect(result.candidates).toHaveLength(1);
    expect(result.reason).toBe(
      'No candidate differs from the incumbent on the valset (0.0 %). ' +
        'The metric accepted no reply of the teacher, so that no demo was bootstrapped.',
    );
  });

  it('accepts any score above 0, or from the threshold on', async () => {
    const metric = (row: ReviewRow): number => (Number(row.text.slice(6)) % 10) / 10;
    const inOrder = async (metricThreshold?: number): Promise<string[]> => {
      const options = {
        maxBootstrappedDemos: 2,
        maxLabeledDemos: 0,
        ...(metricThreshold === undefined ? {} : { metricThreshold }),
      };
      return inputsOf(
        demosOf(await bootstrapReviews(perfect(), { metric, valset: reviews('value', 20) }, options)),
      );
    };
    expect(await inOrder()).toEqual(['train 1', 'train 2']);
    expect(await inOrder(0.7)).toEqual(['train 7', 'train 8']);
    expect(await inOrder(0)).toEqual(['train 0', 'train 1']);
  });

  it('refuses options that would leave nothing to try', () => {
    expect(() => new BootstrapFewShot({ maxBootstrappedDemos: 0, maxLabeledDemos: 0 })).toThrow(UsageError);
  });
});
