import { UsageError, type JournalEvent, type LanguageModel } from '@sigil/spec';
import { FakeLM } from '@sigil/testing';
import { Predict } from 'sigil';
import { describe, expect, it } from 'vitest';
import { AnswerQuestions } from '../fixtures/question.js';
import { Review, reviews, sameMood, type ReviewRow } from '../fixtures/review.js';
import { reviewer, shownIn } from '../fixtures/world.js';
import { LabeledFewShot, type OptimizeTask } from '../index.js';

const program = new Predict(Review);
const helped = () => reviewer(({ demos }) => (demos.length > 0 ? 95 : 50));

const task = (lm: LanguageModel): OptimizeTask<ReviewRow, { mood: 'good' | 'bad' }> => ({
  program,
  programId: 'src/review.ts#Review',
  trainset: reviews('train', 30),
  valset: reviews('val', 100),
  metric: sameMood,
  lm,
});

describe('LabeledFewShot', () => {
  it('shows k rows of the trainset, and has to pass the test like any other', async () => {
    const lm = helped();
    const result = await new LabeledFewShot({ k: 5 }).optimize(task(lm));
    expect(result.outcome).toBe('improved');
    expect(result.evidence).toMatchObject({
      optimizer: 'labeled-few-shot',
      metric: 'sameMood',
      confirmation: { n: 40 },
    });
    expect(result.candidates.map(({ origin }) => origin)).toEqual([
      'the incumbent',
      'labeled: 5 labeled demos',
    ]);
    const { demos = [] } = result.state[''] ?? {};
    expect(new Set(demos.map(({ text }) => text)).size).toBe(5);
    expect(reviews('train', 30)).toEqual(expect.arrayContaining([...demos]));
    expect(lm.calls.at(-1)?.messages).toHaveLength(12);
    // No row is run to make the demos.
    expect(result.calls).toBe(2 * 60 + 2 * 40);
  });

  it('draws the same rows for the same seed, others for another', async () => {
    const draw = async (seed: number): Promise<string> =>
      JSON.stringify((await new LabeledFewShot().optimize({ ...task(helped()), seed })).candidates);
    expect(await draw(1)).toBe(await draw(1));
    expect(await draw(1)).not.toBe(await draw(2));
  });

  it('shows no row whose values another predictor of the same program answers under the same name', async () => {
    const rows = reviews('train', 6).map((row, at) =>
      at % 2 === 0 ? row : { ...row, mood: 'five of five' },
    );
    const { candidates } = await new LabeledFewShot().optimize({
      ...task(helped()),
      trainset: rows as never,
    });
    expect(candidates[1]?.state['']?.demos).toHaveLength(3);
  });

  it('keeps of a row only the fields of the signature, in its order', async () => {
    const rows = reviews('train', 3).map(({ text, mood }) => ({ mood, source: 'shop', text }));
    const { candidates } = await new LabeledFewShot().optimize({ ...task(helped()), trainset: rows });
    const demos = candidates[1]?.state['']?.demos ?? [];
    expect(demos).toHaveLength(3);
    expect(demos.map((demo) => Object.keys(demo))).toEqual([
      ['text', 'mood'],
      ['text', 'mood'],
      ['text', 'mood'],
    ]);
  });

  it('shows no row that has no answer, and says when none has', async () => {
    const events: JournalEvent[] = [];
    const rows = reviews('train', 6).map((row, at) => (at < 2 ? row : { text: row.text }));
    const lm = helped();
    const base = {
      ...task(lm),
      metric: () => 1,
      trainset: rows,
      onEvent: (event: JournalEvent) => void events.push(event),
    };
    const { candidates } = await new LabeledFewShot().optimize(base);
    expect(candidates[1]?.state['']?.demos).toHaveLength(2);
    const none = await new LabeledFewShot().optimize({ ...base, trainset: rows.slice(2) });
    expect(none).toMatchObject({ outcome: 'no-evidence', state: {} });
    expect(events).toContainEqual({
      kind: 'note',
      text: 'The predictor got no labeled demo: no row tells one of its inputs and one of its outputs.',
    });
  });

  it('draws the demos of each predictor by themselves', async () => {
    const rows = Array.from({ length: 12 }, (_, at) => ({
      question: `q ${at}`,
      query: `s ${at}`,
      answer: `a ${at}`,
    }));
    const { candidates } = await new LabeledFewShot({ k: 6 }).optimize({
      program: new AnswerQuestions(),
      programId: 'p',
      trainset: rows,
      valset: Array.from({ length: 20 }, (_, at) => ({ question: `v ${at}` })),
      metric: () => true,
      lm: new FakeLM(() => 'query: x\nanswer: x'),
    });
    const [search, answer] = ['search', 'answer'].map((path) =>
      candidates[1]?.state[path]?.demos?.map(({ query }) => query),
    );
    expect(search).toHaveLength(6);
    expect(answer).toHaveLength(6);
    expect(answer).not.toEqual(search);
  });

  it('shows equal rows once', async () => {
    const lm = helped();
    await new LabeledFewShot().optimize({
      ...task(lm),
      trainset: [...reviews('train', 3), ...reviews('train', 3)],
    });
    expect(shownIn(lm.calls.at(-1) ?? { messages: [] }).demos).toHaveLength(3);
  });

  it.each([0, -1, 2.5])('refuses k = %s', (k) => {
    expect(() => new LabeledFewShot({ k })).toThrow(UsageError);
  });
});
