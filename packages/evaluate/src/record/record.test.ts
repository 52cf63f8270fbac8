import { FakeLM } from '@sigil/testing';
import { Predict } from 'sigil';
import { describe, expect, it } from 'vitest';
import { Ticket } from '../fixtures/ticket.js';
import { datasetHash, evaluate, evaluationRecord, exactMatch, rowLine, type RowScore } from '../index.js';

const rows = [
  { message: 'a', team: 'billing' },
  { message: 'b', team: 'technical' },
  { message: 'c', team: 'technical' },
];

describe('evaluationRecord', () => {
  it('holds model, artifact, dataset, metric and the score of every row', async () => {
    const lm = new FakeLM((call) =>
      call.messages.at(-1)?.content.includes('message: c') ? '?' : 'team: billing\nurgency: 1\nrefund: true',
    );
    const program = new Predict(Ticket, { maxReasks: 0 });
    const evaluation = await evaluate({ program, dataset: rows, metric: exactMatch.on('team'), lm });
    const of = {
      program: 'src/ticket.ts#Ticket',
      model: lm.modelId,
      artifact: 'h:1',
      metric: 'exact-match:team',
    };
    expect(evaluationRecord(of, rows, evaluation)).toMatchObject({
      ...of,
      format: 1,
      dataset: datasetHash(rows),
      outcome: 'complete',
      mean: 1 / 3,
      parsed: { count: 2, share: 2 / 3 },
      scores: [1, 0, 0],
    });
  });

  it('has null for rows without a score', async () => {
    const lm = new FakeLM(['team: billing\nurgency: 1\nrefund: true']);
    const controller = new AbortController();
    const evaluation = await evaluate({
      program: new Predict(Ticket),
      dataset: rows,
      metric: () => 1,
      lm,
      concurrency: 1,
      signal: controller.signal,
      onRow: () => controller.abort(),
    });
    const of = { program: 'p', model: 'm', artifact: 'h:1', metric: 'one' };
    expect(evaluationRecord(of, rows, evaluation)).toMatchObject({
      outcome: 'cancelled',
      scores: [1, null, null],
    });
  });
});

describe('rowLine', () => {
  it('is one line of JSON with the row, the prediction and the score', () => {
    const row: RowScore = {
      row: 1,
      outcome: 'scored',
      score: 0.5,
      feedback: 'a\nb',
      prediction: { team: 'billing' },
    };
    const line = rowLine(row, { message: 'x\ny', team: 'technical' });
    expect(line).not.toContain('\n');
    expect(JSON.parse(line)).toEqual({
      row: 2,
      outcome: 'scored',
      score: 0.5,
      feedback: 'a\nb',
      example: { message: 'x\ny', team: 'technical' },
      prediction: { team: 'billing' },
    });
  });

  it('says in words what went wrong', () => {
    expect(
      JSON.parse(rowLine({ row: 0, outcome: 'program-error', score: 0, error: new Error('no key') }, {})),
    ).toEqual({
      row: 1,
      outcome: 'program-error',
      score: 0,
      example: {},
      error: 'no key',
    });
  });
});
