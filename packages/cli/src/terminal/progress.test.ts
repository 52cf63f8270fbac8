import pc from 'picocolors';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Channel } from './channel.js';
import type { ProgressState } from './progress-line.js';
import { startProgress } from './progress.js';

let written: string[];
beforeEach(() => {
  written = [];
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

function channel(live: boolean): Channel {
  const paint = pc.createColors(false);
  return { write: (text) => void written.push(text), paint, live, columns: () => 80 };
}

const at = (done: number, total = 1000): ProgressState => ({ label: 'evaluating', done, total, notes: [] });
const now = (): number => performance.now();

describe('progress on a terminal', () => {
  it('redraws one line at most ten times a second, and shows the last state', () => {
    const progress = startProgress(channel(true), now);
    for (let done = 0; done < 1000; done += 1) {
      progress.update(at(done));
      vi.advanceTimersByTime(1);
    }
    vi.advanceTimersByTime(100);
    expect(written.length).toBeGreaterThan(5);
    expect(written.length).toBeLessThanOrEqual(12);
    expect(written.at(-1)).toContain('999/1,000');
    expect(written.join('')).not.toContain('\n');
  });

  it('takes the line away at the end, and draws nothing afterwards', () => {
    const progress = startProgress(channel(true), now);
    progress.update(at(1));
    progress.update(at(2));
    progress.end();
    const before = written.length;
    vi.advanceTimersByTime(1000);
    expect(written.length).toBe(before);
    expect(written.at(-1)).toBe('\r\u001b[2K');
  });

  it('writes a message above the line', () => {
    const progress = startProgress(channel(true), now);
    progress.update(at(1));
    progress.interject('the cache is full');
    expect(written.slice(-2)[0]).toBe('\r\u001b[2Kthe cache is full\n');
    expect(written.at(-1)).toContain('1/1,000');
  });
});

describe('progress elsewhere', () => {
  it('writes a plain line for each tenth of the way', () => {
    const progress = startProgress(channel(false), now);
    for (let done = 1; done <= 200; done += 1) {
      vi.advanceTimersByTime(50);
      progress.update(at(done, 200));
    }
    expect(written).toHaveLength(10);
    expect(written[0]).toMatch(/^evaluating: 20 of 200 \(10 %\)/);
    expect(written.at(-1)).toMatch(/^evaluating: 200 of 200 \(100 %\)/);
  });

  it('writes the last one only, where all is done at once', () => {
    const progress = startProgress(channel(false), now);
    for (let done = 1; done <= 200; done += 1) progress.update(at(done, 200));
    expect(written).toEqual(['evaluating: 200 of 200 (100 %)\n']);
  });

  it('writes one after ten seconds even where little was done', () => {
    const progress = startProgress(channel(false), now);
    progress.update(at(1));
    expect(written).toEqual([]);
    vi.advanceTimersByTime(10_000);
    progress.update(at(2));
    expect(written).toEqual(['evaluating: 2 of 1,000 (0 %), 0.2/s, 1 h 23 min left\n']);
  });

  it('writes no control characters', () => {
    const progress = startProgress(channel(false), now);
    progress.update(at(1000));
    progress.interject('a warning');
    progress.end();
    // oxlint-disable-next-line no-control-regex -- these are what it looks for
    expect(written.join('')).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });
});
