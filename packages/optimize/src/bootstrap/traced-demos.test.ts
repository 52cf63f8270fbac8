import type { JournalEvent, LanguageModel } from '@sigil/spec';
import { FakeLM } from '@sigil/testing';
import { describe, expect, it } from 'vitest';
import { AnswerQuestions } from '../fixtures/question.js';
import { demosOf } from '../fixtures/review-task.js';
import { shownIn } from '../fixtures/world.js';
import {
  BootstrapFewShot,
  type BootstrapFewShotOptions,
  BootstrapFewShotWithRandomSearch,
} from '../index.js';

describe('BootstrapFewShot of a program of two predictors', () => {
  const questions = (set: string, count: number) =>
    Array.from({ length: count }, (_, at) => ({ question: `${set} ${at}`, answer: `about ${set} ${at}` }));
  // The query is the question with a q, the answer is right.
  const answering = (): FakeLM =>
    new FakeLM((call) => {
      const { asked } = shownIn(call);
      const question = /question: (?:q+ )*(.*)/u.exec(asked)?.[1] ?? '';
      if (asked.includes('\nquery: ')) return `answer: about ${question}`;
      return `query: q ${/question: (.*)/u.exec(asked)?.[1]}`;
    });
  const run = (
    options: BootstrapFewShotOptions,
    more: { searches?: number; lm?: LanguageModel; seed?: number } = {},
    events: JournalEvent[] = [],
  ) =>
    new BootstrapFewShot(options).optimize({
      program: new AnswerQuestions(more.searches ?? 1),
      programId: 'src/question.ts#AnswerQuestions',
      trainset: questions('train', 12),
      valset: questions('val', 20),
      metric: (row, { answer }) => row.answer === answer,
      lm: more.lm ?? answering(),
      seed: more.seed,
      onEvent: (event) => events.push(event),
    });

  it('gives each predictor its own calls as demos, intermediate fields included', async () => {
    const result = await run({ maxBootstrappedDemos: 2, maxLabeledDemos: 0 });
    expect(demosOf(result, 'search')).toEqual([
      { question: 'train 0', query: 'q train 0' },
      { question: 'train 1', query: 'q train 1' },
    ]);
    expect(demosOf(result, 'answer')).toEqual([
      { question: 'train 0', query: 'q train 0', answer: 'about train 0' },
      { question: 'train 1', query: 'q train 1', answer: 'about train 1' },
    ]);
  });

  it('draws labeled demos of each predictor from all rows that tell one of its outputs', async () => {
    const events: JournalEvent[] = [];
    const result = await run({ maxBootstrappedDemos: 1, maxLabeledDemos: 5 }, {}, events);
    // No row tells a query.
    expect(demosOf(result, 'search')).toHaveLength(1);
    const labeled = demosOf(result, 'answer').slice(1);
    expect(labeled).toHaveLength(4);
    for (const demo of labeled) expect(Object.keys(demo)).toEqual(['question', 'answer']);
  });

  it('does not nest the draw of one predictor in that of the one before', async () => {
    const rows = questions('train', 12).map((row) => ({ ...row, query: `q ${row.question}` }));
    const draws = await Promise.all(
      [1, 2, 3, 4].map(async (seed) => {
        const result = await new BootstrapFewShot({ maxBootstrappedDemos: 0, maxLabeledDemos: 4 }).optimize({
          program: new AnswerQuestions(),
          programId: 'p',
          trainset: rows,
          valset: questions('val', 20),
          metric: () => true,
          lm: answering(),
          seed,
        });
        const [first, second] = ['search', 'answer'].map(
          (path) => new Set(demosOf(result, path).map(({ question }) => question)),
        );
        return [...(second ?? [])].filter((question) => !(first ?? new Set()).has(question)).length;
      }),
    );
    // Nested draws would have no question of their own.
    expect(draws.every((own) => own > 0)).toBe(true);
  });

  it('keeps one demo of a predictor that ran several times on a row, the last one about half of the time', async () => {
    const chosen: number[] = [];
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const result = await run({ maxBootstrappedDemos: 12, maxLabeledDemos: 0 }, { searches: 3, seed });
      const demos = demosOf(result, 'search');
      expect(demos).toHaveLength(12);
      chosen.push(...demos.map(({ query }) => JSON.stringify(query).split('q ').length - 1));
    }
    const times = [1, 2, 3].map((at) => chosen.filter((call) => call === at).length);
    expect(times.reduce((sum, count) => sum + count)).toBe(72);
    expect(times[2]).toBeGreaterThan(24);
    expect(times[2]).toBeLessThan(48);
    expect(Math.min(...times)).toBeGreaterThan(7);
  });

  it('names a predictor that ran in no accepted row', async () => {
    const events: JournalEvent[] = [];
    await run({ maxBootstrappedDemos: 2, maxLabeledDemos: 0 }, { searches: 0 }, events);
    expect(events).toContainEqual({
      kind: 'note',
      text: "Predictor 'search' got no bootstrapped demo: it ran in none of 2 accepted rows.",
    });
    const told: JournalEvent[] = [];
    await new BootstrapFewShotWithRandomSearch({ candidates: 3, maxBootstrappedDemos: 1 }).optimize({
      program: new AnswerQuestions(0),
      programId: 'src/question.ts#AnswerQuestions',
      trainset: questions('train', 12),
      valset: questions('val', 20),
      metric: (row, { answer }) => row.answer === answer,
      lm: answering(),
      onEvent: (event) => told.push(event),
    });
    expect(
      told.filter((event) => event.kind === 'note' && event.text.includes('got no bootstrapped')),
    ).toEqual([
      {
        kind: 'note',
        text: "Predictor 'search' got no bootstrapped demo for 4 candidates: it ran in none of 4 accepted rows.",
      },
    ]);
  });
});
