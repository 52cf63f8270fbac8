import { stream } from '@sigil/evaluate';
import type { Program, SignatureSpec } from '@sigil/spec';
import { FakeLM } from '@sigil/testing';
import { describe, expect, it } from 'vitest';
import { BootstrapFewShotWithRandomSearch, LabeledFewShot, type Optimizer } from '../index.js';

const spec: SignatureSpec = {
  id: 'test#Coin',
  instructions: '',
  fields: [
    { name: 'at', direction: 'in', type: { kind: 'number' } },
    { name: 'side', direction: 'out', type: { kind: 'string' } },
  ],
};

/** Right on `percent` of 100 rows, by chance; with demos on `tuned` of 100. */
function coin(world: number, percent: number, tuned = percent): Program<object, { side: string }> {
  return {
    namedPredictors: () => new Map([['', spec]]),
    run: async (inputs, { state = {} } = {}) => {
      const drawn = stream(world, JSON.stringify([inputs, state])).uniformInt(1, 100);
      return { side: drawn <= (state[''] === undefined ? percent : tuned) ? 'heads' : 'tails' };
    },
  };
}

const rows = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({ at: from + at, side: 'heads' }));

async function promotions(
  optimizer: Optimizer,
  worlds: number,
  program: (world: number) => Program<object, { side: string }>,
): Promise<number> {
  let promoted = 0;
  for (let world = 0; world < worlds; world += 1) {
    const { outcome, state } = await optimizer.optimize({
      program: program(world),
      programId: 'test#Coin',
      trainset: rows(0, 6),
      valset: rows(100, 50),
      metric: (row, { side }) => row.side === side,
      lm: new FakeLM([]),
      seed: world,
      concurrency: 1,
    });
    expect(outcome === 'improved').toBe(Object.keys(state).length > 0);
    if (outcome === 'improved') promoted += 1;
  }
  return promoted;
}

const bound = (worlds: number): number => worlds * (0.05 + 3 * Math.sqrt((0.05 * 0.95) / worlds));

describe('the evidence gate', { timeout: 120_000 }, () => {
  it('promotes a candidate that is no better in at most 5 of 100 worlds', async () => {
    expect(await promotions(new LabeledFewShot(), 1000, (world) => coin(world, 60))).toBeLessThanOrEqual(
      bound(1000),
    );
  });

  it('is not fooled by the luckiest of many candidates that are no better', async () => {
    const optimizer = new BootstrapFewShotWithRandomSearch({
      candidates: 6,
      maxLabeledDemos: 2,
      maxBootstrappedDemos: 1,
    });
    expect(await promotions(optimizer, 300, (world) => coin(world, 60))).toBeLessThanOrEqual(bound(300));
  });

  it('promotes a candidate that is much better in most worlds', async () => {
    expect(await promotions(new LabeledFewShot(), 100, (world) => coin(world, 40, 90))).toBeGreaterThan(80);
  });
});
