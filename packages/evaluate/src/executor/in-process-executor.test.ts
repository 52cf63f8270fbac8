import {
  AbortedError,
  AuthenticationError,
  CacheError,
  MissingModelError,
  ParseError,
  UsageError,
  type Program,
  type Rollout,
  type RunOptions,
  type SignatureSpec,
} from '@sigil/spec';
import { FakeLM } from '@sigil/testing';
import fc from 'fast-check';
import { Predict } from 'sigil';
import { describe, expect, it } from 'vitest';
import { Ticket } from '../fixtures/ticket.js';
import { inProcessExecutor } from '../index.js';

const spec: SignatureSpec = {
  id: 'test#Echo',
  instructions: '',
  fields: [
    { name: 'text', direction: 'in', type: { kind: 'string' } },
    { name: 'answer', direction: 'out', type: { kind: 'string' } },
  ],
};

function program(run: (inputs: object, options: RunOptions) => Promise<object> | object): Program {
  return {
    run: async (inputs, options = {}) => run(inputs, options),
    namedPredictors: () => new Map([['', spec]]),
  };
}

const rollouts = (count: number): Rollout[] =>
  Array.from({ length: count }, (_, row) => ({
    candidate: 'c',
    row,
    example: { text: `${row}`, answer: 'secret' },
    repetition: 0,
  }));

const lost = { model: 'm', endpoint: 'e' };
const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('inProcessExecutor', () => {
  it('gives the replies in the order of the rollouts, whatever order they come in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(3), { maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        async (waits, concurrency) => {
          const slow = program(async (inputs) => {
            const row = Number('text' in inputs ? inputs.text : 0);
            for (let turn = 0; turn < (waits[row] ?? 0); turn += 1) await tick();
            return { answer: `${row}` };
          });
          const replies = await inProcessExecutor({ program: slow, concurrency }).run(rollouts(waits.length));
          expect(replies.map(({ rollout }) => rollout.row)).toEqual(waits.map((_, row) => row));
          expect(replies.map((reply) => reply.status === 'predicted' && reply.prediction.answer)).toEqual(
            waits.map((_, row) => `${row}`),
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  it('keeps as many rollouts under way as it may, and no more', async () => {
    const lm = new FakeLM(() => 'team: billing\nurgency: 1\nrefund: true', { delay: 2 });
    const many = rollouts(20).map((rollout) => ({ ...rollout, example: { message: 'x' } }));
    await inProcessExecutor({ program: new Predict(Ticket), lm, concurrency: 4 }).run(many);
    expect(lm.maxConcurrency).toBe(4);
    expect(lm.calls).toHaveLength(20);
  });

  it('holds back the expected outputs from the program', async () => {
    const seen: object[] = [];
    await inProcessExecutor({ program: program((inputs) => (seen.push(inputs), { answer: '' })) }).run(
      rollouts(1),
    );
    expect(seen).toEqual([{ text: '0' }]);
  });

  it('gives the program inputs of its own: what it changes in them is changed in no row', async () => {
    const example = { text: ['a'], answer: '' };
    const careless = program((inputs) => {
      if ('text' in inputs && Array.isArray(inputs.text)) inputs.text.push('b');
      return { answer: JSON.stringify(inputs) };
    });
    const twice = [0, 1].map((repetition) => ({ candidate: 'c', row: 0, example, repetition }));
    const replies = await inProcessExecutor({ program: careless }).run(twice);
    expect(example).toEqual({ text: ['a'], answer: '' });
    for (const reply of replies)
      expect(reply).toMatchObject({ prediction: { answer: '{"text":["a","b"]}' } });
  });

  it('holds back what any predictor of a larger program answers, and gives it all other fields', async () => {
    const seen: object[] = [];
    const two: Program = {
      run: async (inputs) => (seen.push(inputs), { answer: '' }),
      namedPredictors: () =>
        new Map([
          [
            'first',
            {
              ...spec,
              fields: spec.fields.map((field) =>
                field.direction === 'out' ? { ...field, name: 'query' } : field,
              ),
            },
          ],
          ['second', spec],
        ]),
    };
    const example = { text: 't', id: 7, answer: 'secret', query: 'also secret' };
    await inProcessExecutor({ program: two }).run([{ candidate: 'c', row: 0, example, repetition: 0 }]);
    expect(seen).toEqual([{ text: 't', id: 7 }]);
  });

  it('runs a rollout with its state, repetition and settings before its own', async () => {
    let given: RunOptions = {};
    const spy = program((_, options) => ((given = options), { answer: '' }));
    const state = { '': { instructions: ['x'] } };
    const executor = inProcessExecutor({ program: spy, settings: { temperature: 0, seed: 1 } });
    const tuned = rollouts(1).map((rollout) => ({
      ...rollout,
      state,
      repetition: 2,
      settings: { temperature: 1 },
    }));
    await executor.run(tuned);
    expect(given).toMatchObject({ state, rollout: 2, settings: { temperature: 1, seed: 1 } });
  });

  it.each([
    [
      'a reply that cannot be parsed',
      new ParseError({ path: '', found: 'x', expected: 'y', reply: 'x' }),
      'unparsed',
    ],
    ['a refused key', new AuthenticationError('Fix it.', lost), 'infrastructure-error'],
    ['a full disk', new CacheError('/cache', 'disk full'), 'infrastructure-error'],
    ['a missing model', new MissingModelError('x'), 'infrastructure-error'],
    ['a stop from inside', new AbortedError(lost), 'cancelled'],
    ['a defect of the program', new TypeError('x is undefined'), 'program-error'],
  ])('tells %s from the rest', async (_, error, status) => {
    const failing = program(() => {
      throw error;
    });
    const [reply] = await inProcessExecutor({ program: failing }).run(rollouts(1));
    expect(reply).toMatchObject(status === 'cancelled' ? { status } : { status, error });
  });

  it('blames the program for inputs that do not fit its signature', async () => {
    const executor = inProcessExecutor({ program: new Predict(Ticket), lm: new FakeLM([]) });
    const [reply] = await executor.run([{ candidate: 'c', row: 0, example: { message: 7 }, repetition: 0 }]);
    expect(reply?.status).toBe('program-error');
  });

  it('starts nothing after an outage, waits for what is under way, and calls the rest cancelled', async () => {
    const started: number[] = [];
    const failing = program(async (inputs) => {
      const row = Number('text' in inputs ? inputs.text : 0);
      started.push(row);
      if (row === 1) throw new AuthenticationError('Fix it.', lost);
      for (let turn = 0; turn < 5; turn += 1) await tick();
      return { answer: '' };
    });
    const replies = await inProcessExecutor({ program: failing, concurrency: 3 }).run(rollouts(6));
    expect(started).toEqual([0, 1, 2]);
    expect(replies.map(({ status }) => status)).toEqual([
      'predicted',
      'infrastructure-error',
      'predicted',
      'cancelled',
      'cancelled',
      'cancelled',
    ]);
  });

  it('stops when the signal fires, also in the middle of a reply', async () => {
    const controller = new AbortController();
    const lm = new FakeLM((_, n) => {
      if (n < 2) return 'team: billing\nurgency: 1\nrefund: true';
      controller.abort();
      return new Promise(() => {});
    });
    const executor = inProcessExecutor({ program: new Predict(Ticket), lm, concurrency: 1 });
    const many = rollouts(5).map((rollout) => ({ ...rollout, example: { message: 'x' } }));
    const replies = await executor.run(many, { signal: controller.signal });
    expect(replies.map(({ status }) => status)).toEqual([
      'predicted',
      'predicted',
      'cancelled',
      'cancelled',
      'cancelled',
    ]);
    expect(lm.calls).toHaveLength(3);
  });

  it('stops and rethrows when onReply throws', async () => {
    let calls = 0;
    const counting = program(() => ((calls += 1), { answer: '' }));
    const stop = inProcessExecutor({ program: counting, concurrency: 1 }).run(rollouts(5), {
      onReply: async ({ rollout }) => {
        await tick();
        if (rollout.row === 1) throw new Error('enough');
      },
    });
    await expect(stop).rejects.toThrow('enough');
    expect(calls).toBe(2);
  });

  it('keeps traces only when asked', async () => {
    const lm = new FakeLM(() => 'team: billing\nurgency: 1\nrefund: true');
    const executor = inProcessExecutor({ program: new Predict(Ticket), lm });
    const one = [{ candidate: 'c', row: 0, example: { message: 'x' }, repetition: 0 }];
    expect((await executor.run(one))[0]?.trace).toEqual([]);
    expect((await executor.run(one, { trace: true }))[0]?.trace).toMatchObject([
      {
        path: '',
        inputs: { message: 'x', tags: [] },
        outputs: { team: 'billing', urgency: 1, refund: true },
      },
    ]);
  });

  it.each([0, -1, 1.5, NaN])('refuses a concurrency of %s', (concurrency) => {
    expect(() => inProcessExecutor({ program: program(() => ({})), concurrency })).toThrow(UsageError);
  });
});
