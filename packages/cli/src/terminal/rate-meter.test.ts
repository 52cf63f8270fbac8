import { describe, expect, it } from 'vitest';
import { rateMeter } from './rate-meter.js';

describe('rateMeter', () => {
  it('counts the time that nothing was done in', () => {
    const meter = rateMeter(0);
    meter.add(1, 10);
    meter.add(2, 20);
    expect(meter.perSecond(4000)).toBe(0.5);
  });

  it('gives the speed of the last seconds, not of the rows that a cache answered at the start', () => {
    const meter = rateMeter(0, 10_000);
    for (let row = 0; row <= 1000; row += 1) meter.add(row, row / 10);
    for (let second = 1; second <= 30; second += 1) meter.add(1000 + second * 2, 100 + second * 1000);
    expect(meter.perSecond(30_100)).toBeCloseTo(2, 5);
  });

  it('starts again where something else is counted', () => {
    const meter = rateMeter(0);
    meter.add(100, 1000);
    meter.add(1, 2000);
    meter.add(4, 3000);
    expect(meter.perSecond(3000)).toBe(2);
  });
});
