import { DatasetError, UsageError, type Example, type Program } from '@sigil/spec';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { Ticket } from '../fixtures/ticket.js';
import { checkRows, type Dataset } from '../index.js';

function rows(...values: Record<string, unknown>[]): Dataset {
  return {
    file: 'data/t.jsonl',
    format: 'jsonl',
    rows: values.map((row, at) => ({ line: at + 1, values: row })),
  };
}

function table(...values: Record<string, string>[]): Dataset {
  return {
    file: 'data/t.csv',
    format: 'csv',
    rows: values.map((row, at) => ({ line: at + 2, values: row })),
  };
}

function problemsOf(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (DatasetError.isInstance(error)) {
      return error.problems.map(({ file, line, field, message }) => `${file}:${line} ${field}: ${message}`);
    }
    throw error;
  }
  return [];
}

const whole = { message: 'My bill?', team: 'billing', urgency: 0.5, refund: true };

describe('checkRows', () => {
  it('gives the rows as they are, with the outputs that they tell', () => {
    const given = [whole, { message: 'x', age: 3, tags: ['a'], order: { id: '1' } }];
    expect(checkRows(rows(...given), Ticket.artifact)).toEqual(given);
  });

  it('says the same of a row of a program as of a row of a signature', () => {
    const { fields } = Ticket.artifact.spec;
    const compiled = {
      id: 'src/support.ts#Support',
      predictors: {},
      inputs: fields.filter(({ direction }) => direction === 'in'),
      outputs: fields.filter(({ direction }) => direction === 'out'),
    };
    const program: Program = {
      run: async () => ({}),
      namedPredictors: () => new Map([['triage', Ticket.artifact.spec]]),
      '~compiled': compiled,
    };
    const bad = [
      { ...whole, message: 7, age: -1, tags: ['a', 2] },
      { ...whole, team: 'sales', urgency: 'is high, wanted low', order: { id: 3 } },
      { message: 'x', age: 1.5, order: {}, teem: 'billing' },
    ];
    const found = problemsOf(() => checkRows(rows(...bad), program));
    expect(found).toEqual(problemsOf(() => checkRows(rows(...bad), Ticket.artifact)));
    expect(found).toContain('data/t.jsonl:1 tags: [1]: got 2, expected string');
    expect(found).toContain('data/t.jsonl:2 urgency: got "is high, wanted low", expected number from 0 to 1');
  });

  it('knows the types of the rows', () => {
    const some = checkRows(rows(whole), Ticket.artifact);
    expectTypeOf<(typeof some)[number]['message']>().toEqualTypeOf<string>();
    expectTypeOf<(typeof some)[number]['team']>().toEqualTypeOf<'billing' | 'technical' | undefined>();
    const full = checkRows(rows(whole), Ticket.artifact, { requireOutputs: 'all' });
    expectTypeOf<(typeof full)[number]['team']>().toEqualTypeOf<'billing' | 'technical'>();
    expectTypeOf(full).toExtend<readonly Example[]>();
  });

  it('names an unknown field and the ones that there are', () => {
    expect(problemsOf(() => checkRows(rows({ ...whole, mesage: 'x' }), Ticket.artifact))).toEqual([
      'data/t.jsonl:1 mesage: unknown field, expected one of: message, age, tags, team, urgency, refund, order',
    ]);
  });

  it('wants every input that has no default and is not optional', () => {
    expect(problemsOf(() => checkRows(rows({ team: 'billing' }), Ticket.artifact))).toEqual([
      'data/t.jsonl:1 message: missing input, expected string',
    ]);
  });

  it('tells what it found and which type and range it expected, in inputs and outputs', () => {
    const bad = {
      message: 7,
      age: -1,
      tags: ['a', 2],
      team: 'sales',
      urgency: 1.5,
      refund: 'yes',
      order: { id: 4 },
    };
    expect(problemsOf(() => checkRows(rows(bad), Ticket.artifact))).toEqual([
      'data/t.jsonl:1 message: got 7, expected string',
      'data/t.jsonl:1 age: got -1, expected integer of at least 0',
      'data/t.jsonl:1 tags: [1]: got 2, expected string',
      'data/t.jsonl:1 team: got "sales", expected one of: "billing", "technical"',
      'data/t.jsonl:1 urgency: got 1.5, expected number from 0 to 1',
      'data/t.jsonl:1 refund: got "yes", expected boolean',
      'data/t.jsonl:1 order: id: got 4, expected string',
    ]);
  });

  it('tells all problems of all rows at once: the first 20 in words, all as data', () => {
    const dataset = rows(...Array.from({ length: 25 }, () => ({ ...whole, urgency: 'high' })));
    expect(problemsOf(() => checkRows(dataset, Ticket.artifact))).toHaveLength(25);
    expect(() => checkRows(dataset, Ticket.artifact)).toThrow(
      /^Cannot use data\/t\.jsonl with src\/ticket\.ts#Ticket: 25 problems\. Nothing was sent\.\n {2}data\/t\.jsonl:1: field 'urgency': got "high", expected number from 0 to 1\n[^]*:20: [^\n]*\n {2}and 5 more$/u,
    );
  });

  it('wants the outputs that the metric needs, and no others', () => {
    const { urgency: _, ...without } = whole;
    const dataset = rows(without);
    expect(problemsOf(() => checkRows(dataset, Ticket.artifact, { requireOutputs: ['team'] }))).toEqual([]);
    expect(problemsOf(() => checkRows(dataset, Ticket.artifact, { requireOutputs: 'all' }))).toEqual([
      'data/t.jsonl:1 urgency: missing expected output, expected number from 0 to 1',
    ]);
  });

  it('never wants an optional output', () => {
    expect(problemsOf(() => checkRows(rows(whole), Ticket.artifact, { requireOutputs: 'all' }))).toEqual([]);
  });

  it('refuses to require what is no output', () => {
    expect(() => checkRows(rows(whole), Ticket.artifact, { requireOutputs: ['message'] })).toThrow(
      UsageError,
    );
  });

  it('refuses a dataset without rows', () => {
    expect(() => checkRows(rows(), Ticket.artifact)).toThrow('it has no rows, expected at least one');
  });

  it('takes null for an absent optional input, and keeps it as an expected absence in an output', () => {
    const [row] = checkRows(rows({ ...whole, age: null, order: null }), Ticket.artifact);
    expect(row).toEqual({ ...whole, order: null });
  });

  it('reads cells by the types of their fields', () => {
    const cells = {
      message: ' 7',
      age: '3',
      tags: '["a"]',
      team: 'billing',
      urgency: '5e-1',
      refund: 'TRUE',
      order: '{"id":"1"}',
    };
    expect(checkRows(table(cells), Ticket.artifact)).toEqual([
      { message: ' 7', age: 3, tags: ['a'], team: 'billing', urgency: 0.5, refund: true, order: { id: '1' } },
    ]);
  });

  it('reads an empty cell as absent, or as the empty text of a required text input', () => {
    const cells = { message: '', age: '', tags: '', team: '', urgency: '', refund: '', order: '' };
    expect(checkRows(table(cells), Ticket.artifact)).toEqual([{ message: '' }]);
    expect(problemsOf(() => checkRows(table(cells), Ticket.artifact, { requireOutputs: ['team'] }))).toEqual([
      'data/t.csv:2 team: missing expected output, expected one of: "billing", "technical"',
    ]);
  });

  it('shows a cell that is not of its type as it stands', () => {
    const cells = { message: 'x', age: '1.5', tags: 'a,b', urgency: '0x1', refund: '1' };
    expect(problemsOf(() => checkRows(table(cells), Ticket.artifact))).toEqual([
      'data/t.csv:2 age: got 1.5, expected integer of at least 0',
      'data/t.csv:2 tags: got "a,b", expected array of string',
      'data/t.csv:2 urgency: got "0x1", expected number from 0 to 1',
      'data/t.csv:2 refund: got "1", expected boolean',
    ]);
  });
});
