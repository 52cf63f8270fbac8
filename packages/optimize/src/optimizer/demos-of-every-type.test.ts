import { FakeLM } from '@sigil/testing';
import type { LMCall } from '@sigil/spec';
import { Predict, type InputOf, type OutputOf } from 'sigil';
import { describe, expect, it } from 'vitest';
import { Visit } from '../fixtures/visit.js';
import { BootstrapFewShot, LabeledFewShot, type OptimizeResult } from '../index.js';

type Row = InputOf<typeof Visit> & OutputOf<typeof Visit>;

/** The visit is a day after it was asked for, and as many guests come as there are seats. */
function row(day: number): Row {
  const asked = new Date(Date.UTC(2026, 0, day));
  return {
    asked,
    seats: new Map([['hall', day]]),
    at: new Date(asked.getTime() + 86_400_000),
    guests: new Map([['hall', BigInt(day) * 10n ** 20n]]),
    tags: new Set([`day ${day}`]),
  };
}

const rows = (first: number, count: number): Row[] =>
  Array.from({ length: count }, (_, at) => row(first + at));

/** Right where it is shown a demo; of every second row without one. */
function model(): FakeLM {
  return FakeLM.answering(Visit, (call) => {
    const day = dayAsked(call);
    const { at, guests, tags } = row(day);
    return { at: call.messages.length > 2 || day % 2 === 0 ? at : new Date(0), guests, tags };
  });
}

function dayAsked(call: LMCall): number {
  const [, text = ''] = /asked: (\S+)/u.exec(call.messages.at(-1)?.content ?? '') ?? [];
  return Math.round((Date.parse(text) - Date.UTC(2026, 0, 1)) / 86_400_000) + 1;
}

const task = {
  program: new Predict(Visit, { maxReasks: 0 }),
  programId: 'src/visit.ts#Visit',
  trainset: rows(1, 12),
  valset: rows(101, 60),
  metric: (expected: Row, { at }: OutputOf<typeof Visit>) => expected.at.getTime() === at.getTime(),
};

function demosOf(result: OptimizeResult) {
  return result.state['']?.demos ?? [];
}

const written = (day: number) => ({
  asked: new Date(Date.UTC(2026, 0, day)).toISOString(),
  seats: { hall: day },
  at: new Date(Date.UTC(2026, 0, day + 1)).toISOString(),
  guests: { hall: `${day}00000000000000000000` },
  tags: [`day ${day}`],
});

describe('demos with dates, sets, maps and bigints', () => {
  it('are labeled rows as JSON, which a file gives back', async () => {
    const result = await new LabeledFewShot({ k: 4 }).optimize({ ...task, lm: model() });
    expect(result.outcome).toBe('improved');
    const demos = demosOf(result);
    expect(demos).toHaveLength(4);
    expect(Array.from({ length: 12 }, (_, at) => written(at + 1))).toEqual(
      expect.arrayContaining([...demos]),
    );
    expect(JSON.parse(JSON.stringify(demos))).toEqual(demos);
  });

  it('are bootstrapped from what the model answered, and never from the row that it is asked about', async () => {
    const lm = model();
    const options = { maxBootstrappedDemos: 2, maxLabeledDemos: 3 };
    const result = await new BootstrapFewShot(options).optimize({ ...task, lm });
    expect(result.outcome).toBe('improved');
    expect(demosOf(result).slice(0, 2)).toEqual([written(1), written(2)]);
    const own = lm.calls.filter((call) => {
      const question = call.messages.at(-1)?.content;
      return call.messages.slice(0, -1).some(({ content }) => content === question);
    });
    expect(own).toEqual([]);
    expect(result.evidence?.data).toMatchObject({ train: expect.stringMatching(/^h:/u) });
  });

  it('are shown to the model as people write them', async () => {
    const state = { '': { demos: [written(3)] } };
    const messages = await task.program.render({ asked: row(4).asked, seats: row(4).seats }, { state });
    expect(messages.slice(1).map(({ content }) => content.split('\n').slice(-3))).toEqual([
      ['Say when the visit is and how many come.', 'asked: 2026-01-03T00:00:00.000Z', 'seats: {"hall":3}'],
      ['at: 2026-01-04T00:00:00.000Z', 'guests: {"hall":"300000000000000000000"}', 'tags: ["day 3"]'],
      ['Say when the visit is and how many come.', 'asked: 2026-01-04T00:00:00.000Z', 'seats: {"hall":4}'],
    ]);
  });
});
