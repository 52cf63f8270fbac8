import { DatasetError, type JournalEvent } from '@sigil/spec';
import { datasetHash } from '@sigil/evaluate';
import { describe, expect, it } from 'vitest';
import { reviews } from '../fixtures/review.js';
import { bootstrapReviews, searchReviews } from '../fixtures/review-task.js';
import { learner, perfect, reviewer, shownIn } from '../fixtures/world.js';

const trainset = reviews('train', 20);
const valset = reviews('val', 50);

describe('the rows of a run', () => {
  it('takes rows of the confirmset out of the trainset, and says so', async () => {
    const events: JournalEvent[] = [];
    const confirmset = reviews('train', 6).map(({ text }) => ({ text, mood: 'good' as const }));
    const twice = [...trainset, ...trainset.slice(0, 2)];
    const lm = perfect();
    await bootstrapReviews(lm, {
      trainset: twice,
      valset: [...valset, ...trainset.slice(8, 10)],
      confirmset,
      onEvent: (event) => events.push(event),
    });
    expect(lm.calls.flatMap((call) => shownIn(call).demos.map(({ inputs }) => inputs))).not.toContain(
      'text: train 5',
    );
    expect(events.filter(({ kind }) => kind === 'note')).toEqual([
      { kind: 'note', text: '2 rows of the trainset repeated another one and were left out.' },
      {
        kind: 'note',
        text: '6 rows of trainset and valset had the inputs of a row of the confirmset and were left out.',
      },
      {
        kind: 'note',
        text: '2 rows of the valset were in the trainset too: scores of the search flatter demos that give them away.',
      },
    ]);
    expect(events[0]).toMatchObject({ rows: { train: 14, val: 52, confirm: 6 } });
  });

  it('warns of a confirmset on which nothing could be shown', async () => {
    const events: JournalEvent[] = [];
    const better = reviewer(({ demos }) => (demos.length > 0 ? 100 : 0));
    const result = await bootstrapReviews(better, {
      confirmset: reviews('c', 4),
      onEvent: (event) => events.push(event),
    });
    expect(events).toContainEqual({
      kind: 'note',
      text: 'The confirmset has 4 rows: no candidate can pass the test on fewer than 5.',
    });
    expect(result).toMatchObject({
      outcome: 'no-evidence',
      evidence: { confirmation: { difference: 1, p: 0.0625 } },
    });
    expect((await bootstrapReviews(better, { confirmset: reviews('c', 5) })).outcome).toBe('improved');
  });

  it('refuses rows that no demo can be made of, before anything is run', async () => {
    const lm = perfect();
    const rows = [{ text: 'x', mood: 'good' as const, when: () => 0 }];
    await expect(bootstrapReviews(lm, { trainset: rows })).rejects.toThrow(DatasetError);
    await expect(bootstrapReviews(lm, { trainset: rows })).rejects.toThrow(
      "Cannot use row 1 of the trainset: its field 'when' holds a value that JSON cannot hold",
    );
    expect(lm.calls).toHaveLength(0);
  });

  it('counts a row that stands in the confirmset several times once, so that no p gets small by it', async () => {
    const events: JournalEvent[] = [];
    const better = reviewer(({ demos }) => (demos.length > 0 ? 100 : 0));
    const four = reviews('confirm', 4);
    const confirmset = [...four, ...four, ...four];
    const { outcome, evidence } = await bootstrapReviews(better, {
      confirmset,
      onEvent: (event) => events.push(event),
    });
    expect({ outcome, confirmation: evidence?.confirmation }).toEqual({
      outcome: 'no-evidence',
      confirmation: { n: 4, difference: 1, p: 1 / 16 },
    });
    expect(evidence?.data.confirm).toBe(datasetHash(four));
    expect(events[0]).toMatchObject({ rows: { confirm: 4 } });
    expect(events).toContainEqual({
      kind: 'note',
      text: '8 rows of the confirmset repeated another one and were left out.',
    });
  });

  it('never has two rows of equal inputs on both sides of the confirmation, also where their labels differ', async () => {
    const flipped = valset.map(({ text, mood }) => ({
      text,
      mood: mood === 'good' ? ('bad' as const) : ('good' as const),
    }));
    for (const seed of [1, 2, 3]) {
      const lm = perfect();
      const confirmed = new Set<string>();
      const searched = new Set<string>();
      let known = 0;
      await bootstrapReviews(lm, {
        valset: [...valset, ...flipped],
        trainset: [...trainset, ...flipped.slice(0, 20)],
        seed,
        concurrency: 1,
        // Each row is told when its reply is there.
        onEvent: (event) => {
          if (event.kind !== 'row-scored') return;
          const asked = shownIn(lm.calls[known] ?? { messages: [] }).asked;
          known += 1;
          (event.set === 'confirm' ? confirmed : searched).add(asked);
        },
      });
      expect([...confirmed].filter((asked) => searched.has(asked))).toEqual([]);
    }
  });

  it.each(['valset', 'confirmset'])(
    'refuses a %s whose hash could not be told, before anything is run',
    async (set) => {
      const lm = perfect();
      const rows = reviews('odd', 20).map((row) => ({ ...row, when: () => 0 }));
      const error: unknown = await bootstrapReviews(lm, { [set]: rows }).catch((caught: unknown) => caught);
      expect(DatasetError.isInstance(error)).toBe(true);
      expect(String(error)).toContain(`Cannot use row 1 of the ${set}: its field 'when' holds`);
      expect(lm.calls).toHaveLength(0);
    },
  );

  it.each([
    ['valset', { confirmset: valset }, '50 rows', '50 rows'],
    ['trainset', { confirmset: trainset }, '20 rows', '20 rows'],
  ])(
    'refuses a %s that is all in the confirmset, and says how many rows it had',
    async (set, task, had, of) => {
      const error: unknown = await bootstrapReviews(perfect(), task).catch((caught: unknown) => caught);
      expect(String(error)).toContain(
        `Cannot optimize: no row of the ${set} is left: each of its ${had} has the inputs of one of the ${of} of the confirmset`,
      );
    },
  );

  it('refuses rows that are all the same, and says how they were split and how many are wanted', async () => {
    const same = Array.from({ length: 8 }, () => ({ text: 'same', mood: 'good' as const }));
    const error: unknown = await bootstrapReviews(perfect(), { valset: same }).catch(
      (caught: unknown) => caught,
    );
    expect(String(error)).toContain(
      'Cannot split 8 rows (1 different) into the confirmset and the valset: 0 would go to the confirmset and 8 to the valset',
    );
    expect(String(error)).toContain('12 are the fewest');
  });
});

describe('sets without rows', () => {
  it.each([
    ['trainset', { trainset: [] }, 'the trainset has no rows'],
    ['valset', { valset: [] }, 'the valset has no rows'],
    ['confirmset', { valset: valset.slice(0, 1) }, 'Cannot split 1 row (1 different) into the confirmset'],
    ['own confirmset', { confirmset: [] }, 'the confirmset has no rows'],
  ])('refuses an empty %s before anything is run', async (_, task, message) => {
    const lm = learner();
    const error: unknown = await searchReviews(lm, task).catch((caught: unknown) => caught);
    expect(DatasetError.isInstance(error)).toBe(true);
    expect(String(error)).toContain(message);
    expect(lm.calls).toHaveLength(0);
  });
});
