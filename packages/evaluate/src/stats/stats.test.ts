import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrapInterval, pairedPermutationTest, stream } from '../index.js';

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

  it('gets wider with the level', () => {
    const values = Array.from({ length: 50 }, (_, at) => at % 2);
    const width = (level: number): number => {
      const { low, high } = bootstrapInterval(values, { level });
      return high - low;
    };
    expect(width(0.99)).toBeGreaterThan(width(0.5));
  });
});

describe('pairedPermutationTest', () => {
  it('counts all sign flips where few pairs differ', () => {
    expect(pairedPermutationTest([1, 1, 1, 1, 1, 0], [0, 0, 0, 0, 0, 0])).toEqual({
      difference: 5 / 6,
      p: 1 / 32,
    });
    expect(pairedPermutationTest([1, 1, 0], [0, 0, 1])).toEqual({ difference: 1 / 3, p: 1 / 2 });
  });

  it('sees ties as ties, also where sums differ by rounding', () => {
    // 0.1 + 0.2 + -0.3 and its flips are 0 up to 5e-17.
    expect(pairedPermutationTest([0.1, 0.2, 0], [0, 0, 0.3]).p).toBe(5 / 8);
  });

  it('finds nothing where nothing differs, or there is nothing', () => {
    expect(pairedPermutationTest([1, 0, 1], [1, 0, 1])).toEqual({ difference: 0, p: 1 });
    expect(pairedPermutationTest([], [])).toEqual({ difference: 0, p: 1 });
  });

  it('gives nearly the same p by drawing as by counting', () => {
    // 17 pairs that differ are drawn; the count for 13 of 17 is binomial: P(X >= 13) = 0.02452.
    const a = Array.from({ length: 17 }, (_, at) => (at < 13 ? 1 : 0));
    const { p } = pairedPermutationTest(
      a,
      a.map((value) => 1 - value),
      { seed: 5 },
    );
    expect(Math.abs(p - 0.02452)).toBeLessThan(0.006);
  });

  it('never gives a p of 0', () => {
    const ones = Array.from({ length: 200 }, () => 1);
    expect(
      pairedPermutationTest(
        ones,
        ones.map(() => 0),
      ).p,
    ).toBe(1 / 10_001);
  });

  it('is one-sided: a and b change places, and p its side', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })), { maxLength: 10 }),
        (pairs) => {
          const a = pairs.map(([value]) => value / 4);
          const b = pairs.map(([, value]) => value / 4);
          const forward = pairedPermutationTest(a, b);
          const backward = pairedPermutationTest(b, a);
          expect(forward.difference).toBeCloseTo(-backward.difference);
          expect(forward.p + backward.p).toBeGreaterThanOrEqual(1);
          expect(forward.difference <= 0 || forward.p <= backward.p).toBe(true);
        },
      ),
    );
  });

  it('refuses scores that are no pairs', () => {
    expect(() => pairedPermutationTest([1], [1, 0])).toThrow('Cannot pair 1 scores with 2');
  });

  it.each([
    ['few rows, right or wrong', 12, 1],
    ['many rows, right or wrong', 56, 1],
    ['graded scores', 30, 10],
  ])('is fooled by chance in at most 5 of 100 worlds without a difference: %s', (_, rows, steps) => {
    const worlds = 1000;
    let promoted = 0;
    for (let world = 0; world < worlds; world += 1) {
      const random = stream(world, `a/a ${rows}`);
      const draw = (): number[] => Array.from({ length: rows }, () => random.uniformInt(0, steps) / steps);
      if (pairedPermutationTest(draw(), draw(), { seed: world, permutations: 999 }).p <= 0.05) promoted += 1;
    }
    expect(promoted / worlds).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / worlds));
  });

  it('finds a real difference of 20 points on 56 rows in most worlds', () => {
    let found = 0;
    for (let world = 0; world < 200; world += 1) {
      const random = stream(world, 'power');
      const draw = (percent: number): number[] => {
        return Array.from({ length: 56 }, () => (random.uniformInt(1, 100) <= percent ? 1 : 0));
      };
      if (pairedPermutationTest(draw(85), draw(60), { seed: world, permutations: 999 }).p <= 0.05) found += 1;
    }
    expect(found / 200).toBeGreaterThan(0.8);
  });
});
