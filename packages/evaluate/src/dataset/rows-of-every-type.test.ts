import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeLM } from '@sigil/testing';
import { DatasetError } from '@sigil/spec';
import { Predict } from 'sigil';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Level, Visit } from '../fixtures/visit.js';
import { checkRows, datasetHash, evaluate, exactMatch, includes, readDataset, rowLine } from '../index.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rows-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function read(name: string, lines: readonly string[]) {
  writeFileSync(join(folder, name), lines.join('\n'));
  return checkRows(await readDataset(join(folder, name)), Visit.artifact);
}

async function problemsOf(name: string, lines: readonly string[]): Promise<readonly string[]> {
  try {
    await read(name, lines);
    return [];
  } catch (error) {
    if (!DatasetError.isInstance(error)) throw error;
    return error.problems.map(({ line, field, message }) => `${line} ${field}: ${message}`);
  }
}

const json = {
  text: 'x',
  asked: '2026-01-31T12:00:00Z',
  seen: ['a'],
  at: '2026-01-31T14:00:00+02:00',
  tags: ['a', 'b'],
  votes: { x: 1 },
  level: 'High',
  span: ['2026-01-01T00:00:00Z', 2],
  id: '12345678901234567890',
  rooms: [{ name: 'r', since: '2026-01-01T00:00:00Z' }],
  either: '3',
};
const row = {
  text: 'x',
  asked: new Date('2026-01-31T12:00:00Z'),
  seen: new Set(['a']),
  at: new Date('2026-01-31T12:00:00Z'),
  tags: new Set(['a', 'b']),
  votes: new Map([['x', 1]]),
  level: Level.High,
  span: [new Date('2026-01-01T00:00:00Z'), 2] as [Date, number],
  id: 12345678901234567890n,
  rooms: [{ name: 'r', since: new Date('2026-01-01T00:00:00Z') }],
  either: '3',
};

describe('rows of every type', () => {
  it('are values of the program, from lines of JSON', async () => {
    const lines = [json, { ...json, level: 5, either: 3 }].map((line) => JSON.stringify(line));
    expect(await read('a.jsonl', lines)).toEqual([row, { ...row, either: 3 }]);
  });

  it('are values of the program, from cells', async () => {
    const names = Object.keys(json);
    const cells = Object.values(json).map((value) => {
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      return `"${text.replaceAll('"', '""')}"`;
    });
    const [first] = await read('a.csv', [names.join(','), cells.join(',')]);
    expect(first).toEqual({ ...row, either: 3 });
    const quoted = cells.with(names.indexOf('either'), '"""3"""').with(names.indexOf('level'), '5');
    expect((await read('b.csv', [names.join(','), quoted.join(',')]))[0]).toEqual(row);
  });

  it('may tell a part of the outputs, and say that one should be absent', async () => {
    const lines = [
      { text: 'x', asked: json.asked, at: json.at },
      { ...json, until: null },
    ];
    const rows = await read(
      'a.jsonl',
      lines.map((line) => JSON.stringify(line)),
    );
    expect(rows).toEqual([
      { text: 'x', asked: row.asked, at: row.at },
      { ...row, until: null },
    ]);
  });

  it('are refused with line, field, place and the type in terms of JSON', async () => {
    const wrong = {
      ...json,
      asked: 'yesterday',
      seen: [1],
      at: '2026-01-31',
      tags: ['a', 'a'],
      votes: { x: 'many' },
      level: 'Medium',
      span: ['2026-01-01T00:00:00Z'],
      id: '1,234',
      rooms: [{ name: 'r', since: 3 }],
      either: true,
    };
    expect(await problemsOf('a.jsonl', [JSON.stringify(json), JSON.stringify(wrong)])).toEqual([
      '2 asked: got "yesterday", expected date and time such as "2026-01-31T12:00:00Z"',
      '2 seen: [0]: got 1, expected string',
      '2 at: got "2026-01-31", expected date and time such as "2026-01-31T12:00:00Z"',
      '2 tags: got ["a","a"], expected array without repetition of string',
      '2 votes: x: got "many", expected number',
      '2 level: got "Medium", expected one of: "Low", "High"',
      '2 span: [1]: got nothing, expected number',
      '2 id: got "1,234", expected integer as text',
      '2 rooms: [0].since: got 3, expected date and time such as "2026-01-31T12:00:00Z"',
      '2 either: got true, expected string, or number',
    ]);
  });

  it('meet predictions of the same values in the built-in metrics', async () => {
    const { text, asked, seen, ...answer } = row;
    const dataset = await read('a.jsonl', [JSON.stringify(json)]);
    const lm = FakeLM.answering(Visit, [
      { ...answer, tags: new Set(['b', 'a']) },
      { ...answer, votes: new Map([...answer.votes, ['y', 2]]) },
      { ...answer, votes: new Map([...answer.votes, ['y', 2]]) },
      { ...answer, at: new Date(0) },
    ]);
    const program = new Predict(Visit, { lm });
    const mean = async (metric: typeof exactMatch): Promise<number> =>
      (await evaluate({ program, dataset, metric })).mean;
    expect(await mean(exactMatch)).toBe(1);
    expect(await mean(exactMatch)).toBe(0);
    expect(await mean(includes)).toBe(1);
    expect(await mean(includes)).toBe(0);
    expect([text, asked, seen]).toHaveLength(3);
  });

  it('give a metric values of its own: what it changes is not changed for the next one', async () => {
    const dataset = await read('a.jsonl', [JSON.stringify(json)]);
    const { text: _, asked: _asked, seen: _seen, ...answer } = row;
    const lm = FakeLM.answering(Visit, [answer]);
    await evaluate({
      program: new Predict(Visit, { lm }),
      dataset,
      metric: (expected, predicted) => {
        expected.at?.setTime(0);
        expected.tags?.clear();
        expected.votes?.clear();
        return predicted.tags.size === 2;
      },
    });
    expect(dataset).toEqual([row]);
  });

  it('are JSON in hashes and records', () => {
    expect(datasetHash([row])).toBe(datasetHash([{ ...row, votes: new Map(row.votes) }]));
    expect(datasetHash([row])).not.toBe(datasetHash([{ ...row, at: new Date(0) }]));
    expect(datasetHash([row])).not.toBe(datasetHash([{ ...row, tags: new Set(['a']) }]));
    const line = rowLine(
      { row: 0, outcome: 'scored', score: 1, prediction: { level: 5 } },
      row,
      Visit.artifact.spec.fields,
    );
    expect(JSON.parse(line)).toMatchObject({
      example: {
        ...json,
        asked: '2026-01-31T12:00:00.000Z',
        at: '2026-01-31T12:00:00.000Z',
        level: 5,
        span: ['2026-01-01T00:00:00.000Z', 2],
        rooms: [{ name: 'r', since: '2026-01-01T00:00:00.000Z' }],
      },
    });
  });
});
