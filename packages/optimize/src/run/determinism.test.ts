import { AuthenticationError, type JournalEvent } from '@sigil/spec';
import { cache } from '@sigil/lm/cache';
import { FakeLM } from '@sigil/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reviews } from '../fixtures/review.js';
import { searchReviews } from '../fixtures/review-task.js';
import { learned, learner, reviewOf } from '../fixtures/world.js';

/** The learner, whose replies come after as many turns of the event loop as the list says, again and again. */
function restless(turns: readonly number[]): FakeLM {
  let asked = 0;
  return new FakeLM(async (call) => {
    const wait = turns[asked++ % turns.length] ?? 0;
    for (let turn = 0; turn < wait; turn += 1) await new Promise(setImmediate);
    return reviewOf(call, learned);
  });
}

describe('one seed', () => {
  it('gives the same bytes one row at a time and sixteen at a time', async () => {
    const one = await searchReviews(learner(), { concurrency: 1, seed: 7 });
    const many = await searchReviews(learner({ delay: 1 }), { concurrency: 16, seed: 7 });
    expect(one.outcome).toBe('improved');
    expect(JSON.stringify(many)).toBe(JSON.stringify(one));
    const other = await searchReviews(learner(), { seed: 8 });
    expect(JSON.stringify(other.state)).not.toBe(JSON.stringify(one.state));
  });

  it('gives the same bytes and tells the same, in whatever order 32 replies at a time come', async () => {
    const rows = { trainset: reviews('train', 8), valset: reviews('val', 50) };
    const run = async (lm: FakeLM, concurrency: number, seed: number): Promise<string> => {
      const events: string[] = [];
      const onEvent = (event: JournalEvent): void => void events.push(JSON.stringify(event));
      const result = await searchReviews(lm, { ...rows, concurrency, seed, onEvent }, { candidates: 2 });
      return JSON.stringify([result, events.toSorted()]);
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(6), { minLength: 1, maxLength: 20 }),
        fc.integer(),
        async (turns, seed) => {
          expect(await run(restless(turns), 32, seed)).toBe(await run(learner(), 1, seed));
        },
      ),
      { numRuns: 12 },
    );
  });

  it('is a seed also where it is 0', async () => {
    const [absent, zero, one] = await Promise.all(
      [undefined, 0, 1].map(async (seed) => JSON.stringify(await searchReviews(learner(), { seed }))),
    );
    expect(zero).toBe(absent);
    expect(one).not.toBe(zero);
  });

  it('is all the chance there is: nothing is drawn from Math.random, nor moved in it', async () => {
    const { random } = Math;
    let drawn = 0;
    Math.random = () => ((drawn += 1), 0.5);
    try {
      await searchReviews(learner());
    } finally {
      Math.random = random;
    }
    expect(drawn).toBe(0);
  });

  it('gives two searches of one program that run at once what each of them gives alone', async () => {
    const alone = [await searchReviews(learner(), { seed: 1 }), await searchReviews(learner(), { seed: 2 })];
    const together = await Promise.all([1, 2].map((seed) => searchReviews(restless([0, 3, 1]), { seed })));
    expect(JSON.stringify(together)).toBe(JSON.stringify(alone));
  });
});

describe('a search that an outage ended', () => {
  it('ends in the same bytes when it is started again, and pays for no reply twice', async () => {
    const calm = learner();
    const undisturbed = await searchReviews(cache(calm));

    const refused = new AuthenticationError('Set OPENAI_API_KEY.', { model: 'fake', endpoint: 'e' });
    let isDown = false;
    const lm = new FakeLM((call) => (isDown ? refused : reviewOf(call, learned)));
    const kept = cache(lm);
    const scores: number[] = [];
    const first = await searchReviews(kept, {
      concurrency: 1,
      onEvent: (event) => {
        if (event.kind === 'row-scored') scores.push(event.row);
        isDown = scores.length === 100;
      },
    });
    expect(first).toMatchObject({ outcome: 'failed', error: refused, state: {} });
    // The outage is no score.
    expect(scores).toHaveLength(100);

    isDown = false;
    const second = await searchReviews(kept);
    expect(second.outcome).toBe('improved');
    expect(JSON.stringify(second)).toBe(JSON.stringify(undisturbed));
    expect(lm.calls).toHaveLength(calm.calls.length + 1);
  });
});
