import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const SIZES = { train: 80, val: 140, test: 200 } as const;
type Name = keyof typeof SIZES;

interface Row {
  readonly review: string;
  readonly sentiment: string;
}

const names: readonly Name[] = ['train', 'val', 'test'];
const sets = new Map(names.map((name) => [name, read(name)]));
const all = [...sets.values()].flat();

describe('the reviews', () => {
  it.each(names)('%s has its size and is balanced', (name) => {
    const rows = sets.get(name) ?? [];
    expect(rows).toHaveLength(SIZES[name]);
    expect(rows.filter((row) => row.sentiment === 'positive')).toHaveLength(SIZES[name] / 2);
    expect(rows.filter((row) => row.sentiment === 'negative')).toHaveLength(SIZES[name] / 2);
  });

  it('has no review twice', () => {
    expect(new Set(all.map((row) => words(row.review).join(' '))).size).toBe(all.length);
  });

  it('has no run of five words in more than three reviews', () => {
    const reviews = new Map<string, Set<number>>();
    for (const [index, row] of all.entries()) {
      const list = words(row.review);
      for (let at = 0; at + 5 <= list.length; at++) {
        const run = list.slice(at, at + 5).join(' ');
        reviews.set(run, (reviews.get(run) ?? new Set()).add(index));
      }
    }
    expect([...reviews].filter(([, found]) => found.size > 3)).toEqual([]);
  });

  it('has short and long reviews', () => {
    const lengths = all.map((row) => row.review.split(' ').length);
    expect(Math.min(...lengths)).toBeLessThanOrEqual(8);
    expect(Math.max(...lengths)).toBeGreaterThanOrEqual(35);
  });
});

function words(text: string): readonly string[] {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .split(/\s+/u)
    .filter((word) => word !== '');
}

function read(name: Name): readonly Row[] {
  const text = readFileSync(new URL(`../data/${name}.jsonl`, import.meta.url), 'utf8');
  return text.trimEnd().split('\n').map(readRow);
}

function readRow(text: string): Row {
  const row: unknown = JSON.parse(text);
  if (isRow(row)) return row;
  throw new Error(`Cannot read a review: got ${text}`);
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && Object.keys(value).join() === 'review,sentiment';
}
