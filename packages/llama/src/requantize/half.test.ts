import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHalf, toHalf } from './half.js';

describe('half-precision floats', () => {
  it('come back from every finite pattern of 16 bits', () => {
    for (let half = 0; half < 0x10000; half++) {
      if (((half >> 10) & 0x1f) === 31) continue;
      expect(toHalf(fromHalf(half))).toBe(half === 0x8000 ? 0x8000 : half);
    }
  });

  it('are the nearest to any number in their range', () => {
    fc.assert(
      fc.property(fc.double({ min: -65000, max: 65000, noNaN: true }), (value) => {
        const single = Math.fround(value);
        const half = toHalf(single);
        const error = Math.abs(fromHalf(half) - single);
        const neighbors = [half - 1, half + 1].filter(
          (at) => at >= 0 && ((at >> 10) & 0x1f) < 31 && at < 0x10000,
        );
        for (const neighbor of neighbors) {
          expect(error).toBeLessThanOrEqual(Math.abs(fromHalf(neighbor) - single) + 1e-12);
        }
      }),
    );
  });
});
