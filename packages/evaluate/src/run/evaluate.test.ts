import { DatasetError, type Metric, type Program } from '@sigil/spec';
import { FakeLM } from '@sigil/testing';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { answer, billing, check, numberIn, program, sameTeam, tickets } from '../fixtures/tickets.js';
import { evaluate, exactMatch } from '../index.js';

describe('evaluate', () => {
  it('scores every row and gives the mean with its interval', async () => {
    const evaluation = await evaluate({ program, dataset: tickets(40), metric: sameTeam, lm: billing() });
    expect(evaluation.outcome).toBe('complete');
    expect(evaluation.mean).toBe(0.5);
    expect(evaluation.interval.low).toBeGreaterThan(0.3);
    expect(evaluation.interval.high).toBeLessThan(0.7);
    expect(evaluation.interval.level).toBe(0.95);
    expect(evaluation.parsed).toEqual({ count: 40, share: 1 });
    expect(evaluation.rows[1]).toEqual({
      row: 1,
      outcome: 'scored',
      score: 0,
      prediction: { team: 'billing', urgency: 0, refund: false },
    });
  });

  it('does not take 8 rows that are all wrong for a proof that nothing can be right', async () => {
    const lm = new FakeLM(() => 'no idea');
    const { mean, interval } = await evaluate({ program, dataset: tickets(8), metric: sameTeam, lm });
    expect(mean).toBe(0);
    expect(interval).toEqual({ low: 0, high: expect.closeTo(0.324, 3), level: 0.95 });
  });

  it('gives the same evaluation one row at a time and sixteen at a time', async () => {
    const run = async (concurrency: number): Promise<unknown> =>
      evaluate({
        program,
        dataset: tickets(60),
        metric: sameTeam,
        concurrency,
        lm: new FakeLM((call) => (numberIn(call) % 7 === 0 ? 'no idea' : answer('billing')), {
          delay: concurrency === 1 ? 0 : 1,
        }),
      });
    expect(JSON.stringify(await run(1))).toBe(JSON.stringify(await run(16)));
  });

  it('knows the types of rows and answers in the metric', async () => {
    await evaluate({
      program,
      dataset: tickets(1),
      lm: billing(),
      metric: (row, { team, urgency }) => {
        expectTypeOf(row.team).toEqualTypeOf<'billing' | 'technical'>();
        expectTypeOf(team).toEqualTypeOf<'billing' | 'technical'>();
        return urgency === 0;
      },
    });
    // @ts-expect-error -- TS2339: answers have no field 'tema'
    await evaluate({ program, dataset: tickets(1), lm: billing(), metric: (_, { tema }) => tema === 'x' });
    const misspelt = (_: object, { tema }: { tema: string }): boolean => tema === 'x';
    // @ts-expect-error -- TS2322: the same for a metric that was written elsewhere
    await evaluate({ program, dataset: tickets(1), lm: billing(), metric: misspelt });
  });

  it('takes any metric for a program that does not say what it answers', async () => {
    const unknown: Program = program;
    const metric: Metric = exactMatch.on('team');
    expect((await evaluate({ program: unknown, dataset: tickets(2), lm: billing(), metric })).mean).toBe(0.5);
  });

  it('scores a reply that cannot be parsed, breaks a constraint or was cut off as 0, and counts it', async () => {
    const lm = new FakeLM((call) => {
      const at = numberIn(call);
      if (at === 0) return 'no idea';
      if (at === 1) return 'team: technical\nurgency: 7\nrefund: false';
      return at === 2 ? { text: answer('billing'), finishReason: 'length' } : answer('technical');
    });
    const evaluation = await evaluate({ program, dataset: tickets(4), metric: sameTeam, lm });
    expect(evaluation.rows.map(({ outcome }) => outcome)).toEqual([
      'unparsed',
      'unparsed',
      'unparsed',
      'scored',
    ]);
    expect(evaluation.mean).toBe(0.25);
    expect(evaluation.parsed).toEqual({ count: 1, share: 0.25 });
    expect(evaluation.counts.unparsed).toBe(3);
    expect(evaluation.outcome).toBe('complete');
  });

  it('lets a metric miss an optional output that was left out', async () => {
    const dataset = check([{ message: 'x', team: 'billing', urgency: 0, refund: false, order: { id: '1' } }]);
    const { mean } = await evaluate({ program, dataset, metric: exactMatch, lm: billing() });
    expect(mean).toBe(0);
  });

  it('tells every row as it is done, in any order', async () => {
    const seen: number[] = [];
    const lm = new FakeLM(async (call) => {
      if (numberIn(call) === 0) for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
      return answer('billing');
    });
    await evaluate({
      program,
      dataset: tickets(6),
      metric: sameTeam,
      lm,
      concurrency: 2,
      onRow: ({ row }) => seen.push(row),
    });
    expect(seen.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(seen[0]).not.toBe(0);
  });

  it('passes on what onRow throws', async () => {
    const onRow = (): void => {
      throw new Error('the disk is full');
    };
    const run = evaluate({ program, dataset: tickets(3), metric: sameTeam, lm: billing(), onRow });
    await expect(run).rejects.toThrow('the disk is full');
  });

  it('runs with the state that it is given', async () => {
    const lm = billing();
    const state = { '': { instructions: ['Route it well.'], demos: [{ message: 'demo', team: 'billing' }] } };
    await evaluate({
      program,
      dataset: tickets(1),
      metric: sameTeam,
      lm,
      state,
      settings: { temperature: 0 },
    });
    const sent = lm.calls[0]?.messages.map(({ content }) => content).join('\n');
    expect(sent).toContain('Route it well.');
    expect(sent).toContain('message: demo');
    expect(lm.calls[0]?.settings).toMatchObject({ temperature: 0 });
  });

  it('keeps traces only when asked', async () => {
    const options = { program, dataset: tickets(1), metric: sameTeam };
    expect((await evaluate({ ...options, lm: billing() })).rows[0]).not.toHaveProperty('trace');
    expect((await evaluate({ ...options, lm: billing(), trace: true })).rows[0]?.trace).toHaveLength(1);
  });

  it('refuses a dataset without rows', async () => {
    await expect(evaluate({ program, dataset: [], metric: sameTeam, lm: billing() })).rejects.toThrow(
      DatasetError,
    );
  });
});
