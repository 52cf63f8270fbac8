import { describe, expect, it } from 'vitest';
import { duration } from './duration.js';
import { percent, plural, points, probability } from './number-text.js';
import { table } from './table.js';

describe('duration', () => {
  it.each([
    [0, '0.0 s'],
    [9_940, '9.9 s'],
    [9_960, '10 s'],
    [59_600, '1 min'],
    [125_000, '2 min 5 s'],
    [3_600_000, '1 h'],
    [4_320_000, '1 h 12 min'],
  ])('%d ms is %s', (milliseconds, text) => {
    expect(duration(milliseconds)).toBe(text);
  });
});

describe('numbers', () => {
  it('are written as a person reads them', () => {
    expect([percent(0.815), points(0.255), points(-0.02), plural(1, 'row'), plural(1184, 'call')]).toEqual([
      '81.5 %',
      '+25.5 points',
      '-2.0 points',
      '1 row',
      '1,184 calls',
    ]);
    expect([probability(0.0123), probability(0.00001)]).toEqual(['p = 0.0123', 'p < 0.0001']);
  });
});

describe('table', () => {
  it('aligns columns, also where cells are colored, and leaves no blanks at the end', () => {
    const rows = [
      ['\u001b[1mscore\u001b[22m', '81.5 %', ''],
      ['parsed', '9.0 %', 'best'],
    ];
    expect(table(rows, ['left', 'right'])).toBe(
      '  \u001b[1mscore\u001b[22m   81.5 %\n  parsed   9.0 %  best\n',
    );
  });
});
