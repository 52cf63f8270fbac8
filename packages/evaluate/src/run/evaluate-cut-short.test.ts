import {
  AuthenticationError,
  MissingModelError,
  ProgramError,
  RateLimitError,
  type Program,
} from '@sigil/spec';
import { FakeLM } from '@sigil/testing';
import { describe, expect, it } from 'vitest';
import { Ticket } from '../fixtures/ticket.js';
import { answer, billing, numberIn, program, sameTeam, tickets } from '../fixtures/tickets.js';
import { evaluate, type RowScore } from '../index.js';

describe('an evaluation that cannot be completed', () => {
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
});

describe('a program that throws', () => {
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
    expect(ProgramError.isInstance(evaluation.error) && evaluation.error).toMatchObject({
      message:
        'Cannot evaluate: the program threw on every row, expected an answer. The first is t.jsonl:1: ' +
        'TypeError: cannot read x. Fix the program, or the rows.',
      place: { file: 't.jsonl', line: 1 },
      cause: new TypeError('cannot read x'),
    });
    expect(evaluation.rows).toHaveLength(3);
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
