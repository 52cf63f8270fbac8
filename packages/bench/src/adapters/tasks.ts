import { readFileSync } from 'node:fs';
import type { Adapter, Demo, Program } from '@sigil/spec';
import { Predict } from 'sigil';
import { z } from 'zod';
import { Booking } from './booking.js';
import { BOOKING_DEMOS, BOOKINGS } from './bookings.js';
import { Review } from './review.js';

/** Something to ask of a model, with the right answers. */
export interface Task {
  readonly name: string;
  readonly about: string;
  program(adapter: Adapter): Program;
  readonly rows: readonly Demo[];
  /** None of them is a row. */
  readonly demos: readonly Demo[];
  /** What is judged. */
  readonly outputs: readonly string[];
}

const ROWS = 60;

const ReviewRow = z.object({ review: z.string(), sentiment: z.enum(['positive', 'negative']) });

export const TASKS: readonly Task[] = [
  {
    name: 'reviews',
    about: 'reviews: 1 output (enum)',
    program: (adapter) => new Predict(Review, { adapter, maxReasks: 0 }),
    rows: reviews('test', ROWS),
    // Two of each.
    demos: reviews('train', 5).filter((_, at) => at !== 3),
    outputs: ['sentiment'],
  },
  {
    name: 'bookings',
    about: 'bookings: 4 outputs (enum, whole number, boolean, text)',
    program: (adapter) => new Predict(Booking, { adapter, maxReasks: 0 }),
    rows: BOOKINGS,
    demos: BOOKING_DEMOS,
    outputs: ['room', 'nights', 'breakfast', 'guest'],
  },
];

/** Reviews of the first example. */
function reviews(split: 'train' | 'test', count: number): readonly Demo[] {
  const file = new URL(`../../../../examples/01-reviews/data/${split}.jsonl`, import.meta.url);
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, count);
  return lines.map((line) => ReviewRow.parse(JSON.parse(line)));
}
