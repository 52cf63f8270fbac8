import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairedPermutationTest, stream } from '../index.js';

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

  it.each([
    [1, 1 / 2],
    [4, 1 / 16],
    [5, 1 / 32],
  ])('finds in %i pairs that are all won by 1 a p of %d: 5 are the fewest for 0.05', (count, p) => {
    const won = Array.from({ length: count }, () => 1);
    const lost = Array.from({ length: count }, () => 0);
    expect(pairedPermutationTest(won, lost)).toEqual({ difference: 1, p });
    expect(pairedPermutationTest(lost, won)).toEqual({ difference: -1, p: 1 });
  });

  it('depends on which rows were won alone where all differences are of one size, not on the size', () => {
    const small = Array.from({ length: 6 }, () => 0.3);
    const smaller = Array.from({ length: 6 }, () => 0.1);
    expect(pairedPermutationTest(small, smaller)).toEqual({
      difference: expect.closeTo(0.2, 12),
      p: 1 / 64,
    });
  });

  it("agrees with the exact sign test of Fisher on the heights of Darwin's maize (1935, section 21)", () => {
    // Crossed less self-fertilized, in eighths of an inch. 863 of 32,768 sign flips have a total of 314 or more.
    const differences = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48];
    const { difference, p } = pairedPermutationTest(
      differences,
      differences.map(() => 0),
    );
    expect(difference).toBeCloseTo(314 / 15, 10);
    expect(p).toBe(863 / 32_768);
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
