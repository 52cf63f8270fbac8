import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Turns } from './turns.js';

describe('Turns', () => {
  it('lets callers in one at a time, in order, without those that left', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }), async (leaves) => {
        const turns = new Turns(['seat']);
        const { leave: first } = await turns.take();
        const entered: number[] = [];
        let inside = 0;
        const controllers = leaves.map(() => new AbortController());
        const calls = leaves.map(async (_, at) => {
          const { leave } = await turns.take(controllers[at]?.signal);
          inside += 1;
          expect(inside).toBe(1);
          entered.push(at);
          await Promise.resolve();
          inside -= 1;
          leave();
        });
        for (const [at, leaving] of leaves.entries()) if (leaving) controllers[at]?.abort();
        first();
        const outcomes = await Promise.allSettled(calls);
        expect(outcomes.map(({ status }) => status === 'rejected')).toEqual(leaves);
        expect(entered).toEqual(leaves.flatMap((leaving, at) => (leaving ? [] : [at])));
      }),
    );
  });

  it('does not let a newcomer in before those that wait', async () => {
    const turns = new Turns(['seat']);
    const { leave } = await turns.take();
    const order: string[] = [];
    const waiting = turns.take().then(({ leave: next }) => (order.push('waiting'), next));
    leave();
    const newcomer = turns.take().then(({ leave: next }) => (order.push('newcomer'), next));
    (await waiting)();
    (await newcomer)();
    expect(order).toEqual(['waiting', 'newcomer']);
  });

  it('does not let anyone in whose signal has fired', async () => {
    const turns = new Turns(['seat']);
    await expect(turns.take(AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
    (await turns.take()).leave();
  });

  it('gives every seat to one caller at a time, the one that was asked for where it is free', async () => {
    const turns = new Turns(['left', 'right']);
    const first = await turns.take(undefined, (free) => free.at(-1) ?? '');
    const second = await turns.take(undefined, (free) => free.at(-1) ?? '');
    expect([first.seat, second.seat]).toEqual(['right', 'left']);
    const third = turns.take();
    second.leave();
    expect((await third).seat).toBe('left');
  });
});
