import {
  AuthenticationError,
  DatasetError,
  MetricError,
  MissingModelError,
  RateLimitError,
  type LMCall,
  type Metric,
  type Program,
} from '@sigil/spec';
import { FakeLM } from '@sigil/testing';
import { Predict } from 'sigil';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { Ticket } from '../fixtures/ticket.js';
import { checkRows, evaluate, exactMatch, type RowScore } from '../index.js';

const program = new Predict(Ticket, { maxReasks: 0 });

function tickets(count: number): ReturnType<typeof check> {
  return check(
    Array.from({ length: count }, (_, at) => ({
      message: `ticket ${at}`,
      team: at % 2 === 0 ? 'billing' : 'technical',
      urgency: 0,
      refund: false,
    })),
  );
}

function check(values: Record<string, unknown>[]) {
  const rows = values.map((row, at) => ({ line: at + 1, values: row }));
  return checkRows({ file: 't.jsonl', format: 'jsonl', rows }, Ticket.artifact, { requireOutputs: 'all' });
}

const numberIn = (call: LMCall): number =>
  Number(/ticket (\d+)/u.exec(call.messages.at(-1)?.content ?? '')?.[1]);
const answer = (team: string): string => `team: ${team}\nurgency: 0\nrefund: false`;
/** Right on even tickets. */
const billing = (): FakeLM => new FakeLM(() => answer('billing'));
const sameTeam = (row: { team: string }, { team }: { team: string }): boolean => row.team === team;

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

  it('takes true, numbers and scores with feedback, and awaits promises', async () => {
    const metric = async (row: {
      message: string;
    }): Promise<number | boolean | { value: number; feedback: string }> => {
      if (row.message === 'ticket 0') return true;
      return row.message === 'ticket 1' ? 0.25 : { value: 0.5, feedback: 'close' };
    };
    const { rows } = await evaluate({ program, dataset: tickets(3), metric, lm: billing() });
    expect(rows).toMatchObject([{ score: 1 }, { score: 0.25 }, { score: 0.5, feedback: 'close' }]);
  });

  it.each([
    ['NaN', () => NaN, 'it gave NaN'],
    ['more than 1', () => 1.01, 'it gave 1.01'],
    ['less than 0', () => -1, 'it gave -1'],
    ['nothing', () => undefined as unknown as number, 'it gave undefined'],
    ['text', () => 'good' as unknown as number, 'it gave good'],
    ['a score that is NaN', () => ({ value: NaN }), 'it gave a score with the value NaN'],
  ])('ends as failed when the metric gives %s, naming metric and row', async (_, metric, found) => {
    const lm = billing();
    const evaluation = await evaluate({
      program,
      dataset: tickets(20),
      metric,
      metricName: 'mine',
      lm,
      concurrency: 1,
    });
    expect(evaluation.outcome).toBe('failed');
    expect(MetricError.isInstance(evaluation.error)).toBe(true);
    expect(String(evaluation.error)).toContain(`Cannot score row 1 with metric 'mine': ${found}`);
    expect(lm.calls).toHaveLength(1);
  });

  it('keeps the rows that are done when the metric throws, also those that were under way', async () => {
    const metric = (row: { message: string }): number => {
      if (row.message === 'ticket 2') throw new Error('no such column');
      return 1;
    };
    const evaluation = await evaluate({
      program,
      dataset: tickets(20),
      metric,
      lm: billing(),
      concurrency: 1,
    });
    expect(evaluation.rows.map(({ outcome }) => outcome)).toEqual(['scored', 'scored', 'metric-error']);
    expect(String(evaluation.error)).toContain(
      "Cannot score row 3 with metric 'metric': it threw no such column",
    );
    expect(evaluation.counts).toMatchObject({ scored: 2, 'metric-error': 1 });
    const wide = await evaluate({ program, dataset: tickets(20), metric, lm: billing(), concurrency: 4 });
    expect(wide.rows.length).toBeGreaterThanOrEqual(4);
    expect(wide.counts['metric-error']).toBe(1);
  });

  it('never scores an outage: it starts nothing new and ends as failed with the rows that are done', async () => {
    const refused = new AuthenticationError('Set OPENAI_API_KEY.', { model: 'm', endpoint: 'e' });
    const lm = new FakeLM((call) => (numberIn(call) === 5 ? refused : answer('billing')));
    const evaluation = await evaluate({
      program,
      dataset: tickets(40),
      metric: sameTeam,
      lm,
      concurrency: 1,
    });
    expect(evaluation.outcome).toBe('failed');
    expect(evaluation.error).toBe(refused);
    expect(lm.calls).toHaveLength(6);
    expect(evaluation.rows).toHaveLength(6);
    expect(evaluation.rows[5]).toEqual({ row: 5, outcome: 'infrastructure-error', error: refused });
    // Of the five rows that have a score.
    expect(evaluation.mean).toBe(3 / 5);
    expect(evaluation.parsed).toEqual({ count: 5, share: 1 });
  });

  it('ends as failed without any score when the first call fails', async () => {
    const lm = new FakeLM(() => new RateLimitError(1000, { model: 'm', endpoint: 'e' }));
    const { outcome, mean, interval, parsed } = await evaluate({
      program,
      dataset: tickets(3),
      metric: sameTeam,
      lm,
    });
    expect({ outcome, mean, parsed }).toEqual({ outcome: 'failed', mean: 0, parsed: { count: 0, share: 0 } });
    expect(interval).toEqual({ low: 0, high: 1, level: 0.95 });
  });

  it('ends as failed when no model was given', async () => {
    const { outcome, error } = await evaluate({ program, dataset: tickets(3), metric: sameTeam });
    expect(outcome).toBe('failed');
    expect(MissingModelError.isInstance(error)).toBe(true);
  });

  it('scores a program that throws as 0 and counts it apart', async () => {
    const { evaluation } = await withProgram((at) => {
      if (at % 2 === 1) throw new TypeError('cannot read x');
      return { team: 'billing' };
    }, 4);
    expect(evaluation.outcome).toBe('complete');
    expect(evaluation.counts).toMatchObject({ scored: 2, 'program-error': 2, unparsed: 0 });
    expect(evaluation.mean).toBe(0.5);
    expect(evaluation.parsed).toEqual({ count: 2, share: 0.5 });
  });

  it('ends as failed when the program throws on every row', async () => {
    const { evaluation } = await withProgram(() => {
      throw new TypeError('cannot read x');
    }, 3);
    expect(evaluation.outcome).toBe('failed');
    expect(String(evaluation.error)).toBe('TypeError: cannot read x');
    expect(evaluation.rows).toHaveLength(3);
  });

  it('lets a metric miss an optional output that was left out', async () => {
    const dataset = check([{ message: 'x', team: 'billing', urgency: 0, refund: false, order: { id: '1' } }]);
    const { mean } = await evaluate({ program, dataset, metric: exactMatch, lm: billing() });
    expect(mean).toBe(0);
  });

  it('stops at the signal and keeps the rows that are done', async () => {
    const controller = new AbortController();
    const seen: RowScore[] = [];
    const evaluation = await evaluate({
      program,
      dataset: tickets(30),
      metric: sameTeam,
      lm: billing(),
      concurrency: 2,
      signal: controller.signal,
      onRow: (row) => {
        seen.push(row);
        if (seen.length === 10) controller.abort();
      },
    });
    expect(evaluation.outcome).toBe('cancelled');
    expect(evaluation.rows.length).toBeLessThanOrEqual(11);
    expect(evaluation.rows).toHaveLength(seen.length);
    expect(evaluation.error).toBeUndefined();
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

async function withProgram(run: (at: number) => { team: string }, count: number) {
  const own: Program<{ message: string }, { team: string }> = {
    run: async ({ message }) => run(Number(message.slice(-1))),
    namedPredictors: () => new Map([['', Ticket.artifact.spec]]),
  };
  const dataset = tickets(count);
  return {
    evaluation: await evaluate({ program: own, dataset, metric: (_, { team }) => team === 'billing' }),
  };
}
