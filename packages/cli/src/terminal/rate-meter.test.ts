import { describe, expect, it } from 'vitest';
import { rateMeter } from './rate-meter.js';

describe('rateMeter', () => {
  it('knows nothing from one mark', () => {
    const meter = rateMeter();
    meter.add(5, 0);
    expect(meter.perSecond()).toBeUndefined();
  });

  it('gives the speed of the last seconds, not of the rows that a cache answered at the start', () => {
    const meter = rateMeter(10_000);
    for (let row = 0; row <= 1000; row += 1) meter.add(row, row / 10);
    for (let second = 1; second <= 30; second += 1) meter.add(1000 + second * 2, 100 + second * 1000);
    expect(meter.perSecond()).toBeCloseTo(2, 5);
  });
});
