import { MetricError } from '@sigil/spec';
import { describe, expect, it } from 'vitest';
import { billing, program, tickets } from '../fixtures/tickets.js';
import { evaluate } from '../index.js';

describe('what a metric gives', () => {
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
    ['infinity', () => Infinity, 'it gave Infinity'],
    ['null', () => null as unknown as number, 'it gave null'],
    ['text', () => '1' as unknown as number, 'it gave "1"'],
    ['a bigint', () => 1n as unknown as number, 'it gave 1'],
    ['a promise of NaN', async () => NaN, 'it gave NaN'],
    ['a promise that is refused', async () => Promise.reject(new Error('no net')), 'it threw no net'],
    ['a score that is NaN', () => ({ value: NaN }), 'it gave a score with the value NaN'],
    ['a score of text', () => ({ value: '1' as unknown as number }), 'it gave a score with the value 1'],
    ['a score without a value', () => ({}) as { value: number }, 'it gave an object without a value'],
    [
      'a feedback that is no text',
      () => ({ value: 1, feedback: 7 as unknown as string }),
      'it gave a score with a feedback that is no text',
    ],
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
    expect(String(evaluation.error)).toContain(`Cannot score t.jsonl:1 with metric 'mine': ${found}`);
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
      "Cannot score t.jsonl:3 with metric 'metric': it threw no such column",
    );
    expect(evaluation.counts).toMatchObject({ scored: 2, 'metric-error': 1 });
    const wide = await evaluate({ program, dataset: tickets(20), metric, lm: billing(), concurrency: 4 });
    expect(wide.rows.length).toBeGreaterThanOrEqual(4);
    expect(wide.counts['metric-error']).toBe(1);
  });

  it('is no change of the row or of the prediction, whatever the metric does with them', async () => {
    const dataset = tickets(4).map((row) => ({ ...row, tags: ['new'] }));
    const before = JSON.stringify(dataset);
    const metric = (row: { team: string; tags: string[] }, prediction: { team: string }): boolean => {
      const isRight = row.team === prediction.team;
      row.team = prediction.team;
      row.tags.push('seen');
      prediction.team = 'technical';
      return isRight;
    };
    const first = await evaluate({ program, dataset, metric, lm: billing() });
    const second = await evaluate({ program, dataset, metric, lm: billing() });
    expect(JSON.stringify(dataset)).toBe(before);
    expect(first.mean).toBe(0.5);
    expect(second).toEqual(first);
    expect(first.rows[0]).toMatchObject({ prediction: { team: 'billing' } });
  });
});
