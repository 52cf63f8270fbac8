import { UsageError, type JournalEvent, type ProgramState } from '@sigil/spec';
import { describe, expect, it } from 'vitest';
import { reviews } from '../fixtures/review.js';
import { searchReviews } from '../fixtures/review-task.js';
import { learner, reviewer } from '../fixtures/world.js';
import { BootstrapFewShotWithRandomSearch, type RandomSearchOptions } from '../index.js';

const trainset = reviews('train', 30);

describe('BootstrapFewShotWithRandomSearch', () => {
  it('proposes the same first candidates when there are more of them', async () => {
    const few = await searchReviews(learner(), {}, { candidates: 2 });
    const many = await searchReviews(learner(), {}, { candidates: 5 });
    expect(many.candidates).toHaveLength(8);
    expect(many.candidates.slice(0, 5)).toEqual(few.candidates);
  });

  it.each([
    ['no bootstrapped demos', { maxBootstrappedDemos: 0 }],
    ['no labeled demos', { maxLabeledDemos: 0 }],
    ['fewer rows than demos', { maxLabeledDemos: 100, maxBootstrappedDemos: 50 }],
    ['no further candidates', { candidates: 0 }],
  ])('works with %s', async (_, options: RandomSearchOptions) => {
    const result = await searchReviews(learner(), {}, options);
    expect(['improved', 'no-evidence']).toContain(result.outcome);
    const most = Math.max(options.maxLabeledDemos ?? 4, options.maxBootstrappedDemos ?? 2);
    const counts = result.candidates.map(({ state }) => state['']?.demos?.length ?? 0);
    expect(Math.max(...counts)).toBe(Math.min(most, trainset.length));
  });

  it('draws from 1 to maxBootstrappedDemos demos for the further candidates', async () => {
    const { candidates } = await searchReviews(
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
    const { candidates } = await searchReviews(learner(), { incumbent });
    expect(candidates.map(({ origin }) => origin).slice(0, 2)).toEqual(['the incumbent', 'no demos']);
    expect(candidates[0]?.state).toEqual(incumbent);
    expect(candidates[1]?.state).toEqual({ '': { instructions: ['Judge.'] } });
    expect(candidates.every(({ state }) => state['']?.instructions?.[0] === 'Judge.')).toBe(true);
  });

  it('makes candidates of another base than the incumbent, and compares it without demos too', async () => {
    const incumbent: ProgramState = { '': { demos: [{ text: 'old', mood: 'good' }] } };
    const base: ProgramState = { '': { adapter: 'json/1' } };
    const { candidates } = await searchReviews(learner(), { incumbent, base }, { candidates: 1 });
    expect(candidates.map(({ origin }) => origin.replace(/:.*/u, ''))).toEqual([
      'the incumbent',
      'no demos',
      'labeled',
      'bootstrap',
      'bootstrap 1',
    ]);
    expect(candidates.map(({ state }) => state['']?.adapter)).toEqual([
      undefined,
      ...Array.from({ length: 4 }, () => 'json/1'),
    ]);
  });

  it('evaluates equal candidates once and says so', async () => {
    const events: JournalEvent[] = [];
    // One training row: every candidate has the same demo.
    const { candidates } = await searchReviews(
      reviewer(() => 100),
      { trainset: trainset.slice(0, 1), onEvent: (event) => events.push(event) },
    );
    expect(candidates).toHaveLength(2);
    expect(events).toContainEqual({
      kind: 'candidate-repeated',
      candidate: candidates[1]?.id,
      origin: 'bootstrap: 1 bootstrapped and 0 labeled demos',
    });
    expect(events.filter(({ kind }) => kind === 'candidate-scored')).toHaveLength(2);
  });

  it('says once that no demo was bootstrapped, however many candidates came without', async () => {
    const notesOn = async (accepts: (text: string) => boolean): Promise<string[]> => {
      const events: JournalEvent[] = [];
      await searchReviews(
        reviewer(() => 100),
        {
          trainset: trainset.slice(0, 3),
          metric: ({ text }) => !text.startsWith('train') || accepts(text),
          onEvent: (event) => events.push(event),
        },
        { candidates: 16, maxBootstrappedDemos: 1 },
      );
      return events.flatMap((event) =>
        event.kind === 'note' && event.text.includes('bootstrapped') ? event.text : [],
      );
    };
    expect(await notesOn(() => false)).toEqual([
      'No demo was bootstrapped for 17 candidates: none of 51 replies of the teacher got a score above 0 ' +
        "(51 rejected by metric 'same-mood').",
    ]);
    expect(await notesOn(() => true)).toEqual([]);
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
