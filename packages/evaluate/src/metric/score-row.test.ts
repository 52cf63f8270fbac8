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
});
