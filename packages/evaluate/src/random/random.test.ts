import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sample, shuffle, stream } from '../index.js';

const draws = (seed: number, name: string): number[] => {
  const random = stream(seed, name);
  return Array.from({ length: 20 }, () => random.uniformInt(0, 1_000_000));
};

describe('stream', () => {
  it('repeats itself for the same seed and name', () => {
    expect(draws(1, 'demos')).toEqual(draws(1, 'demos'));
  });

  it('differs between seeds, between names, and between a digit of one and of the other', () => {
    const all = [draws(1, 'a'), draws(2, 'a'), draws(1, 'b'), draws(1, '1a'), draws(11, 'a'), draws(-1, 'a')];
    expect(new Set(all.map(String)).size).toBe(all.length);
  });

  it('draws every number of a small range about as often', () => {
    const random = stream(4, 'dice');
    const throws = Array.from({ length: 6000 }, () => random.uniformInt(1, 6));
    const counts = [1, 2, 3, 4, 5, 6].map((face) => throws.filter((thrown) => thrown === face).length);
    expect(Math.min(...counts)).toBeGreaterThan(880);
    expect(Math.max(...counts)).toBeLessThan(1120);
  });
});

it('uniform gives numbers from 0 to below 1, spread evenly', () => {
  const random = stream(5, 'uniform');
  const drawn = Array.from({ length: 10_000 }, () => random.uniform());
  expect(drawn.every((value) => value >= 0 && value < 1)).toBe(true);
  const tenths = Array.from(
    { length: 10 },
    (_, at) => drawn.filter((value) => Math.floor(value * 10) === at).length,
  );
  expect(Math.min(...tenths)).toBeGreaterThan(880);
  expect(Math.max(...tenths)).toBeLessThan(1120);
});

describe('shuffle and sample', () => {
  const items = fc.array(fc.integer());

  it('shuffle keeps the items', () => {
    fc.assert(
      fc.property(items, fc.integer(), (all, seed) => {
        const order = (a: number, b: number): number => a - b;
        expect(shuffle(all, stream(seed, 'x')).sort(order)).toEqual([...all].sort(order));
      }),
    );
  });

  it('sample takes as many different positions as asked for, or all', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(25), fc.integer(), (size, count, seed) => {
        const drawn = sample(
          Array.from({ length: size }, (_, at) => at),
          count,
          stream(seed, 'x'),
        );
        expect(new Set(drawn).size).toBe(Math.min(size, count));
        expect(drawn.every((at) => at >= 0 && at < size)).toBe(true);
      }),
    );
  });

  it('sample gives every item about the same chance', () => {
    const random = stream(2, 'fair');
    const drawn = Array.from({ length: 5000 }, () => sample([0, 1, 2, 3, 4], 2, random)).flat();
    const counts = [0, 1, 2, 3, 4].map((item) => drawn.filter((at) => at === item).length);
    expect(Math.min(...counts)).toBeGreaterThan(1880);
    expect(Math.max(...counts)).toBeLessThan(2120);
  });

  it('leave their argument alone', () => {
    const all = Object.freeze([1, 2, 3]);
    expect(shuffle(all, stream(1, 'x'))).toHaveLength(3);
    expect(all).toEqual([1, 2, 3]);
  });
});
