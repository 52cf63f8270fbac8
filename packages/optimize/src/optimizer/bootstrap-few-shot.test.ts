import {
  DatasetError,
  UsageError,
  type Demo,
  type JournalEvent,
  type LanguageModel,
  type LMCall,
} from '@sigil/spec';
import { FakeLM } from '@sigil/testing';
import { Predict } from 'sigil';
import { describe, expect, it } from 'vitest';
import { AnswerQuestions } from '../fixtures/question.js';
import { Review, reviews, sameMood, type ReviewRow } from '../fixtures/review.js';
import { moodOf, reviewer, shownIn } from '../fixtures/world.js';
import {
  BootstrapFewShot,
  type BootstrapFewShotOptions,
  type OptimizeResult,
  type OptimizeTask,
} from '../index.js';

type Task = OptimizeTask<ReviewRow, { mood: 'good' | 'bad' }>;

const program = new Predict(Review, { maxReasks: 0 });
const trainset = reviews('train', 20);
const valset = reviews('val', 50);

function optimize(
  lm: LanguageModel,
  task: Partial<Task> = {},
  options: BootstrapFewShotOptions = {},
): Promise<OptimizeResult> {
  return new BootstrapFewShot(options).optimize({
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

const demosOf = ({ candidates }: OptimizeResult, path = ''): readonly Demo[] =>
  candidates.at(-1)?.state[path]?.demos ?? [];
const inputsOf = (demos: readonly Demo[]): string[] =>
  demos.map(({ text }) => (typeof text === 'string' ? text : ''));
const perfect = (): FakeLM => reviewer(() => 100);
const taught = (lm: FakeLM): LMCall[] =>
  lm.calls.filter((call) => shownIn(call).asked.startsWith('text: train'));

describe('BootstrapFewShot', () => {
  it('makes demos of the first rows whose reply the metric accepts, as the model answered them', async () => {
    // Wrong on every third row, which the metric notices.
    const lm = reviewer(({ asked }) => (Number(/\d+$/u.exec(asked)?.[0]) % 3 === 0 ? 0 : 100));
    const result = await optimize(lm, {}, { maxBootstrappedDemos: 4, maxLabeledDemos: 0 });
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
    const first = await optimize(one, { concurrency: 1 });
    const second = await optimize(many, { concurrency: 16 });
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    expect(taught(many).map((call) => shownIn(call).asked)).toEqual(
      taught(one).map((call) => shownIn(call).asked),
    );
  });

  it('fills up with labeled demos of other rows, to maxLabeledDemos in all', async () => {
    const demos = demosOf(await optimize(perfect(), {}, { maxBootstrappedDemos: 3, maxLabeledDemos: 8 }));
    expect(inputsOf(demos).slice(0, 3)).toEqual(['train 0', 'train 1', 'train 2']);
    expect(new Set(inputsOf(demos)).size).toBe(8);
    expect(demos.map(({ mood }) => mood)).toEqual(inputsOf(demos).map(moodOf));
  });

  it('makes no demos of replies that cannot be read', async () => {
    const lm = new FakeLM((call) =>
      shownIn(call).asked === 'text: train 0' ? 'no idea' : `mood: ${moodOf(shownIn(call).asked)}`,
    );
    const demos = demosOf(await optimize(lm, {}, { maxBootstrappedDemos: 2, maxLabeledDemos: 0 }));
    expect(inputsOf(demos)).toEqual(['train 1', 'train 2']);
  });

  it('has labeled demos only where the metric rejects all, and says so', async () => {
    const events: JournalEvent[] = [];
    const metric = (row: ReviewRow, { mood }: { mood: string }): boolean =>
      !row.text.startsWith('train') && row.mood === mood;
    const result = await optimize(perfect(), { metric, onEvent: (event) => events.push(event) });
    expect(result.candidates.at(-1)?.origin).toBe('bootstrap: 0 bootstrapped and 16 labeled demos');
    expect(events).toContainEqual({
      kind: 'note',
      text:
        "No demo was bootstrapped for 'bootstrap': none of 20 replies of the teacher got a score above 0 " +
        "(20 were rejected by metric 'same-mood', 0 could not be read, 0 were errors of the program).",
    });
    expect(result.reason).toMatch(
      / The metric accepted no reply of the teacher, so that no demo was bootstrapped\.$/u,
    );
  });

  it('ends without evidence where the metric rejects all and there are no labeled demos', async () => {
    const result = await optimize(perfect(), { metric: () => false }, { maxLabeledDemos: 0 });
    expect(result).toMatchObject({ outcome: 'no-evidence', state: {} });
    expect(result.candidates).toHaveLength(1);
    expect(result.reason).toBe(
      'No candidate differs from the incumbent on the valset (0.0 %). ' +
        'The metric accepted no reply of the teacher, so that no demo was bootstrapped.',
    );
  });

  it('never shows the teacher the answer of the row that it is asked about', async () => {
    const lm = perfect();
    // A row of the same text with another label is the same question.
    const doubled = [...trainset, { text: 'train 3', mood: 'good' as const }];
    await optimize(lm, { trainset: doubled }, { maxBootstrappedDemos: 21, maxLabeledDemos: 21 });
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

  it('accepts any score above 0, or from the threshold on', async () => {
    const metric = (row: ReviewRow): number => (Number(row.text.slice(6)) % 10) / 10;
    const inOrder = async (metricThreshold?: number): Promise<string[]> => {
      const options = {
        maxBootstrappedDemos: 2,
        maxLabeledDemos: 0,
        ...(metricThreshold === undefined ? {} : { metricThreshold }),
      };
      return inputsOf(demosOf(await optimize(perfect(), { metric, valset: reviews('value', 20) }, options)));
    };
    expect(await inOrder()).toEqual(['train 1', 'train 2']);
    expect(await inOrder(0.7)).toEqual(['train 7', 'train 8']);
    expect(await inOrder(0)).toEqual(['train 0', 'train 1']);
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
    const result = await optimize(lm, { settings: { temperature: 0.2, seed: 40 }, concurrency: 1 }, options);
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
    const result = await optimize(
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

  it('takes rows of the confirmset out of the trainset, and says so', async () => {
    const events: JournalEvent[] = [];
    const confirmset = reviews('train', 6).map(({ text }) => ({ text, mood: 'good' as const }));
    const twice = [...trainset, ...trainset.slice(0, 2)];
    const lm = perfect();
    await optimize(lm, {
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
    const result = await optimize(better, {
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
    expect((await optimize(better, { confirmset: reviews('c', 5) })).outcome).toBe('improved');
  });

  it('refuses rows that no demo can be made of, before anything is run', async () => {
    const lm = perfect();
    const rows = [{ text: 'x', mood: 'good' as const, when: new Date(0) }];
    await expect(optimize(lm, { trainset: rows })).rejects.toThrow(DatasetError);
    await expect(optimize(lm, { trainset: rows })).rejects.toThrow(
      "Cannot use row 1 of the trainset: its field 'when' holds a value that JSON cannot hold",
    );
    expect(lm.calls).toHaveLength(0);
  });

  it('refuses options that would leave nothing to try', () => {
    expect(() => new BootstrapFewShot({ maxBootstrappedDemos: 0, maxLabeledDemos: 0 })).toThrow(UsageError);
  });
});

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
  });
});
