import { availableParallelism } from 'node:os';
import { describe, expect, it } from 'vitest';
import { watchFreeCores } from './free-cores.js';

describe('watchFreeCores', () => {
  it('finds at least one core and no more than there are', async () => {
    const free = watchFreeCores();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const cores = await free();
    expect(cores).toBeGreaterThanOrEqual(1);
    expect(cores).toBeLessThanOrEqual(availableParallelism());
    expect(Number.isInteger(cores)).toBe(true);
  });

  it('finds one where no time has passed', async () => {
    expect(await watchFreeCores()()).toBeGreaterThanOrEqual(1);
  });
});
