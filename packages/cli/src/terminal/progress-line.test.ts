import fc from 'fast-check';
import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { liveLine, plainLine } from './progress-line.js';
import { width } from './table.js';

const paint = pc.createColors(false);
const state = { label: 'candidate 3 of 9', done: 312, total: 1120, notes: ['best 78.6 %', 'parsed 99.0 %'] };

describe('liveLine', () => {
  it('shows a bar, the count, what is known, the speed and the time left', () => {
    expect(liveLine(state, 14.2, 110, paint)).toBe(
      'candidate 3 of 9  ━━━━━━──────────────────  312/1,120  best 78.6 %  parsed 99.0 %  14/s  57 s left',
    );
  });

  it('gives up the speed first, then what is known, then the bar', () => {
    expect(liveLine(state, 14.2, 70, paint)).toBe(
      'candidate 3 of 9  ━━━─────────  312/1,120  best 78.6 %  parsed 99.0 %',
    );
    expect(liveLine(state, 14.2, 45, paint)).toBe('candidate 3 of 9  312/1,120  best 78.6 %');
    expect(liveLine(state, 14.2, 30, paint)).toBe('candidate 3 of 9  312/1,120');
  });

  it('is always narrower than the terminal', () => {
    const states = fc.record({
      label: fc.string(),
      done: fc.nat(),
      total: fc.nat(),
      notes: fc.array(fc.string({ maxLength: 20 }), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(
        states,
        fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })),
        fc.integer({ min: 1, max: 200 }),
        (some, speed, columns) => {
          expect(width(liveLine(some, speed ?? undefined, columns, paint))).toBeLessThan(columns);
        },
      ),
    );
  });
});

describe('plainLine', () => {
  it('says the same as one line of a log', () => {
    expect(plainLine(state, 14.2)).toBe(
      'candidate 3 of 9: 312 of 1,120 (27 %), best 78.6 %, parsed 99.0 %, 14/s, 57 s left',
    );
  });
});
