import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Metric } from '@sigil/spec';
import { builtInMetrics, exactMatch, f1, includes } from '../index.js';

describe('exactMatch', () => {
  it('is 1 when every output that the row tells is predicted, else 0', () => {
    const row = { message: 'x', team: 'billing', urgency: 1 };
    expect(exactMatch(row, { team: 'billing', urgency: 1 })).toBe(1);
    expect(exactMatch(row, { team: 'billing', urgency: 0 })).toBe(0);
    expect(exactMatch(row, { team: 'billing', urgency: 1, reasoning: 'free text' })).toBe(1);
  });

  it('compares in depth: items in order, members in any order, an absent member as undefined', () => {
    const equal = (a: unknown, b: unknown): unknown => exactMatch({ v: a }, { v: b });
    expect(equal({ a: [1, { b: null }], c: 'x' }, { c: 'x', a: [1, { b: null }] })).toBe(1);
    expect(equal({ a: 1 }, { a: 1, b: undefined })).toBe(1);
    expect(equal([1, 2], [2, 1])).toBe(0);
    expect(equal([], {})).toBe(0);
    expect(equal('1', 1)).toBe(0);
    expect(equal({ a: 1 }, { a: 1, b: 2 })).toBe(0);
  });

  it('ignores blanks at both ends and the form of accents, not case', () => {
    expect(exactMatch({ v: 'caf\u00e9' }, { v: ' cafe\u0301\n' })).toBe(1);
    expect(exactMatch({ v: 'Yes' }, { v: 'yes' })).toBe(0);
  });

  it('takes an expected null for an absent output', () => {
    expect(exactMatch({ order: null }, { order: undefined })).toBe(1);
    expect(exactMatch({ order: { id: '1' } }, { order: undefined })).toBe(0);
  });

  it('can be told which outputs count', () => {
    const metric = exactMatch.on('team');
    expect(metric.name).toBe('exact-match:team');
    const row = { team: 'a', urgency: 1 };
    const answer = { team: 'a', urgency: 0 };
    expect(metric(row, answer)).toBe(1);
    expect(exactMatch.on('team', 'urgency')(row, answer)).toBe(0);
    expectTypeOf(metric).toExtend<Metric<{ team: string }, { team: 'a' | 'b' }>>();
  });

  it('says what it looked for in a row that tells no output', () => {
    expect(() => exactMatch({ message: 'x' }, { team: 'a' })).toThrow(
      'the row has no expected value that exact-match can compare, looked for: team',
    );
  });

  it('finds every JSON value equal to its copy', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (value) => exactMatch({ v: value }, { v: JSON.parse(JSON.stringify(value)) }) === 1,
      ),
    );
  });
});

describe('f1', () => {
  const of = (expected: string, predicted: unknown): unknown =>
    f1({ answer: expected }, { answer: predicted });

  it('counts common tokens without case, punctuation and articles', () => {
    expect(of('the Eiffel Tower', 'Eiffel tower, Paris')).toBe(0.8);
    expect(of('A cat.', 'cat')).toBe(1);
    expect(of('cat', 'dog')).toBe(0);
  });

  it('counts a token as often as both have it', () => {
    expect(of('x x y', 'x x x')).toBeCloseTo(2 / 3);
  });

  it('is 1 for two texts without a token and 0 when only one has none', () => {
    expect(of('the', '...')).toBe(1);
    expect(of('cat', '')).toBe(0);
    expect(of('', 'cat')).toBe(0);
  });

  it('gives 0 for an output that is absent', () => {
    expect(of('cat', undefined)).toBe(0);
  });

  it('averages text outputs and leaves others out', () => {
    expect(f1({ a: 'cat', b: 'dog', n: 1 }, { a: 'cat', b: 'cow', n: 2 })).toBe(0.5);
    expect(() => f1({ n: 1 }, { n: 1 })).toThrow('no expected value that f1 can compare');
  });

  it('is symmetric and between 0 and 1', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'the', ' ', '.') });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const score = Number(of(a, b));
        expect(score).toBe(of(b, a));
        expect(score >= 0 && score <= 1).toBe(true);
      }),
    );
  });
});

describe('includes', () => {
  const of = (expected: unknown, predicted: unknown): unknown => includes({ v: expected }, { v: predicted });

  it('finds a text in a longer one, whatever case and blanks', () => {
    expect(of('New  York', 'It is new\nyork, I think.')).toBe(1);
    expect(of('Rome', 'Paris')).toBe(0);
  });

  it('finds an empty text in an empty one only', () => {
    expect(of('', 'anything')).toBe(0);
    expect(of('', ' ')).toBe(1);
  });

  it('finds every expected item in a list', () => {
    expect(of(['b', { x: 1 }], [{ x: 1 }, 'a', 'b'])).toBe(1);
    expect(of(['c'], ['a', 'b'])).toBe(0);
  });

  it('wants other values to be equal', () => {
    expect([of(1, 1), of(1, 11), of(true, true)]).toEqual([1, 0, 1]);
  });
});

it('knows its metrics by name', () => {
  expect([...builtInMetrics]).toEqual([
    ['exact-match', exactMatch],
    ['f1', f1],
    ['includes', includes],
  ]);
});
