import type { JournalEvent, RunOptions } from '@sigil/spec';
import { FakeLM } from '@sigil/testing';
import { describe, expect, it } from 'vitest';
import { reviews } from '../fixtures/review.js';
import { bootstrapReviews, demosOf, inputsOf, program } from '../fixtures/review-task.js';
import { moodOf, perfect, reviewer, shownIn, taught } from '../fixtures/world.js';

const trainset = reviews('train', 20);

describe('the teacher', () => {
  it('never shows the teacher the answer of the row that it is asked about', async () => {
    const lm = perfect();
    // A row of the same text with another label is the same question.
    const doubled = [...trainset, { text: 'train 3', mood: 'good' as const }];
    await bootstrapReviews(lm, { trainset: doubled }, { maxBootstrappedDemos: 21, maxLabeledDemos: 21 });
    expect(taught(lm)).toHaveLength(21);
    const shown = taught(lm).map(shownIn);
    expect(shown.filter(({ asked, demos }) => demos.some(({ inputs }) => inputs === asked))).toEqual([]);
    // It sees the other 20, less where a row was taken away twice.
    expect(
      shown
        .map(({ demos }) => demos.length)
        .toSorted((a, b) => a - b)
        .slice(0, 3),
    ).toEqual([19, 19, 20]);
  });

  it('tries a rejected row again for a fresh reply at temperature 1, before it goes on', async () => {
    // Right in the third round only.
    const lm = new FakeLM(
      (call) => {
        const { asked } = shownIn(call);
        const right = moodOf(asked);
        return `mood: ${asked.startsWith('text: val') || call.rollout === 2 ? right : right === 'good' ? 'bad' : 'good'}`;
      },
      { capabilities: { seed: true } },
    );
    const options = { maxBootstrappedDemos: 2, maxLabeledDemos: 0, maxRounds: 3 };
    const result = await bootstrapReviews(
      lm,
      { settings: { temperature: 0.2, seed: 40 }, concurrency: 1 },
      options,
    );
    expect(inputsOf(demosOf(result))).toEqual(['train 0', 'train 1']);
    expect(
      taught(lm).map(({ rollout, settings }) => [rollout, settings?.temperature, settings?.seed]),
    ).toEqual([
      [0, 0.2, 40],
      [0, 0.2, 40],
      [1, 1, 41],
      [1, 1, 41],
      [2, 1, 42],
      [2, 1, 42],
    ]);
  });

  it('can be taught by another model with its own state', async () => {
    const student = reviewer(({ demos }) => (demos.length > 0 ? 100 : 50));
    const lm = perfect();
    const state = {
      '': {
        instructions: ['Judge like an expert.'],
        demos: [
          { text: 'train 0', mood: 'good' },
          { text: 'expert 1', mood: 'bad' },
        ],
      },
    };
    const result = await bootstrapReviews(
      student,
      {},
      { teacher: { lm, state, settings: { maxOutputTokens: 9 } }, maxBootstrappedDemos: 2 },
    );
    expect(taught(student)).toHaveLength(0);
    expect(lm.calls).toHaveLength(2);
    expect(
      lm.calls.every(({ messages }) =>
        messages.some(({ content }) => content.includes('Judge like an expert.')),
      ),
    ).toBe(true);
    expect(lm.calls.map((call) => shownIn(call).demos.map(({ inputs }) => inputs))).toEqual([
      ['text: expert 1'],
      ['text: train 0', 'text: expert 1'],
    ]);
    expect(lm.calls[0]?.settings).toMatchObject({ maxOutputTokens: 9 });
    expect(result.candidates.at(-1)?.state['']?.instructions).toBeUndefined();
  });

  it('loses no row to a program that throws on another one, and says how many there were', async () => {
    const events: JournalEvent[] = [];
    const throwing = {
      namedPredictors: () => program.namedPredictors(),
      run: async (inputs: object, options: RunOptions = {}): Promise<{ mood: 'good' | 'bad' }> => {
        const text = 'text' in inputs ? String(inputs.text) : '';
        if (/^train [02]$/u.test(text)) throw new TypeError(`no ${text}`);
        return program.run({ text }, options);
      },
    };
    const onEvent = (event: JournalEvent): void => void events.push(event);
    const options = { maxBootstrappedDemos: 3, maxLabeledDemos: 0 };
    const result = await bootstrapReviews(perfect(), { program: throwing, onEvent }, options);
    expect(inputsOf(demosOf(result))).toEqual(['train 1', 'train 3', 'train 4']);
    const scores = events.flatMap((event) =>
      event.kind === 'row-scored' && event.set === 'train' ? [[event.row, event.score]] : [],
    );
    expect(scores).toEqual([
      [0, 0],
      [1, 1],
      [2, 0],
      [3, 1],
      [4, 1],
    ]);
  });

  it('shows what the model answered, whatever the metric does with it', async () => {
    const metric = (row: { mood: string }, answer: { mood: string }): boolean => {
      const isRight = row.mood === answer.mood;
      answer.mood = 'changed';
      row.mood = 'changed';
      return isRight;
    };
    const result = await bootstrapReviews(perfect(), { metric }, { maxBootstrappedDemos: 2 });
    expect(demosOf(result)).toHaveLength(16);
    expect(new Set(demosOf(result).map(({ mood }) => mood))).toEqual(new Set(['good', 'bad']));
  });
});
