import { describe, expect, it } from 'vitest';
import { searchReviews } from '../fixtures/review-task.js';
import { learner } from '../fixtures/world.js';

describe('one seed', () => {
  it('gives the same bytes one row at a time and sixteen at a time', async () => {
    const one = await searchReviews(learner(), { concurrency: 1, seed: 7 });
    const many = await searchReviews(learner({ delay: 1 }), { concurrency: 16, seed: 7 });
    expect(one.outcome).toBe('improved');
    expect(JSON.stringify(many)).toBe(JSON.stringify(one));
    const other = await searchReviews(learner(), { seed: 8 });
    expect(JSON.stringify(other.state)).not.toBe(JSON.stringify(one.state));
  });
});
