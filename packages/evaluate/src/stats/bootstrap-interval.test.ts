import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrapInterval, stream } from '../index.js';

const scores = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 });

describe('bootstrapInterval', () => {
  it('is the same for the same values and seed', () => {
    const values = [0, 1, 1, 0, 1, 1, 1, 0.5];
    expect(bootstrapInterval(values, { seed: 3 })).toEqual(bootstrapInterval(values, { seed: 3 }));
  });

  it('lies within the values, low end first', () => {
    fc.assert(
      fc.property(scores, (values) => {
        const { low, high } = bootstrapInterval(values, { resamples: 100 });
        const slack = 1e-12;
        fc.pre(values.some((value) => value !== values[0]));
        expect(low).toBeGreaterThanOrEqual(Math.min(...values) - slack);
        expect(high).toBeLessThanOrEqual(Math.max(...values) + slack);
        expect(low).toBeLessThanOrEqual(high);
      }),
    );
  });

  it('holds the true mean in about 95 of 100 samples', () => {
    const worlds = 1000;
    let held = 0;
    for (let world = 0; world < worlds; world += 1) {
      const random = stream(world, 'coin');
      const values = Array.from({ length: 80 }, () => (random.uniformInt(1, 10) <= 7 ? 1 : 0));
      const { low, high } = bootstrapInterval(values, { seed: world, resamples: 300 });
      if (low <= 0.7 && 0.7 <= high) held += 1;
    }
    expect(held / worlds).toBeGreaterThan(0.92);
    expect(held / worlds).toBeLessThan(0.98);
  });

  it('refuses what are no scores', () => {
    for (const values of [[], [0.5, 1.5], [-0.1, 0], [NaN, 1]])
      expect(() => bootstrapInterval(values)).toThrow('expected at least one score, all of them from 0 to 1');
  });

  it('gets wider with the level', () => {
    const values = Array.from({ length: 50 }, (_, at) => at % 2);
    const width = (level: number): number => {
      const { low, high } = bootstrapInterval(values, { level });
      return high - low;
    };
    expect(width(0.99)).toBeGreaterThan(width(0.5));
  });
});

describe('bootstrapInterval of scores that are all the same', () => {
  const same = (score: number, count: number): number[] => Array.from({ length: count }, () => score);

  // Newcombe 1998, Statistics in Medicine 17:857-872, table I, method 3.
  it.each([
    ['81 of 263', 81 / 263, 263, 0.2553, 0.3662],
    ['15 of 148', 15 / 148, 148, 0.0624, 0.1605],
    ['0 of 20', 0, 20, 0, 0.1611],
    ['1 of 29', 1 / 29, 29, 0.0061, 0.1718],
  ])('is the score interval of Wilson: %s', (_, share, count, low, high) => {
    const interval = bootstrapInterval(same(share, count));
    expect(interval).toEqual({ low: expect.closeTo(low, 4), high: expect.closeTo(high, 4), level: 0.95 });
  });

  it('says of 8 rows that are all wrong that up to a third may be right', () => {
    expect(bootstrapInterval(same(0, 8))).toEqual({ low: 0, high: expect.closeTo(0.3244, 4), level: 0.95 });
    expect(bootstrapInterval(same(1, 8))).toEqual({ low: expect.closeTo(0.6756, 4), high: 1, level: 0.95 });
  });

  it('says next to nothing of a single row', () => {
    expect(bootstrapInterval([1])).toEqual({ low: expect.closeTo(0.2065, 4), high: 1, level: 0.95 });
    expect(bootstrapInterval([0])).toEqual({ low: 0, high: expect.closeTo(0.7935, 4), level: 0.95 });
    expect(bootstrapInterval([0.5])).toEqual({
      low: expect.closeTo(0.0546, 4),
      high: expect.closeTo(0.9454, 4),
      level: 0.95,
    });
  });

  it('holds the score, stays from 0 to 1, and gets narrower with more rows and a lower level', () => {
    const score = fc.double({ min: 0, max: 1, noNaN: true });
    const level = fc.double({ min: 0.5, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(score, fc.integer({ min: 1, max: 500 }), level, (value, count, wanted) => {
        const { low, high } = bootstrapInterval(same(value, count), { level: wanted });
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
        expect(high).toBeLessThanOrEqual(1);
        const more = bootstrapInterval(same(value, count + 1), { level: wanted });
        expect(more.high - more.low).toBeLessThan(high - low);
        const surer = bootstrapInterval(same(value, count), { level: wanted * 0.9 });
        expect(surer.high - surer.low).toBeLessThan(high - low);
      }),
    );
  });
});
