import { DatasetError, type Example } from '@sigil/spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasetHash, splitDataset, splitValidation } from '../index.js';

const rowsOf = (count: number): Example[] => Array.from({ length: count }, (_, at) => ({ at }));
// Few different values, so that rows repeat.
const anyRows = fc.array(fc.record({ text: fc.integer({ min: 0, max: 9 }) }), {
  minLength: 1,
  maxLength: 40,
});
/** Some group of equal rows fits into the 40 %. */
const canSplit = (all: readonly { text: number }[]): boolean => {
  const copies = all.map(({ text }) => all.filter((row) => row.text === text).length);
  return Math.min(...copies) <= Math.round(all.length * 0.4);
};
const rows = anyRows.filter(canSplit);

describe('splitValidation', () => {
  it('sets 40 % of the rows apart and keeps their order', () => {
    const { valset, confirmset } = splitValidation(rowsOf(140), 1);
    expect([valset.length, confirmset.length]).toEqual([84, 56]);
    const order = confirmset.map((row) => Number(row.at));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('gives the same split for the same seed and another one for another seed', () => {
    const all = rowsOf(50);
    expect(splitValidation(all, 7)).toEqual(splitValidation(all, 7));
    expect(splitValidation(all, 7)).not.toEqual(splitValidation(all, 8));
  });

  it('puts every row on one side, never equal ones on both', () => {
    fc.assert(
      fc.property(rows, fc.integer(), (all, seed) => {
        const { valset, confirmset } = splitValidation(all, seed);
        const texts = new Set(valset.map(({ text }) => text));
        expect(confirmset.some(({ text }) => texts.has(text))).toBe(false);
        expect(valset.length + confirmset.length).toBe(all.length);
        expect(confirmset.length).toBeLessThanOrEqual(Math.round(all.length * 0.4));
      }),
    );
  });

  it('misses its share by less than one group of equal rows where the groups are of one size', () => {
    const twice = [...rowsOf(50), ...rowsOf(50)];
    expect(splitValidation(twice, 3).confirmset).toHaveLength(40);
  });
});

describe('splitDataset', () => {
  it('gives 40 % to the trainset, and never equal rows to both sides', () => {
    fc.assert(
      fc.property(rows, fc.integer(), (all, seed) => {
        const { trainset, validation } = splitDataset(all, seed);
        const texts = new Set(trainset.map(({ text }) => text));
        expect(validation.some(({ text }) => texts.has(text))).toBe(false);
        expect(trainset.length + validation.length).toBe(all.length);
      }),
    );
    expect(splitDataset(rowsOf(100), 1).trainset).toHaveLength(40);
  });

  it('draws another split than splitValidation with the same seed', () => {
    const all = rowsOf(100);
    expect(splitDataset(all, 1).trainset).not.toEqual(splitValidation(all, 1).confirmset);
  });
});

describe('a split that would leave one side without rows', () => {
  const refusal = (split: () => unknown): string => {
    try {
      split();
    } catch (error) {
      if (DatasetError.isInstance(error)) return error.message;
      throw error;
    }
    return 'not refused';
  };
  const equal = (count: number): Example[] => Array.from({ length: count }, () => ({ text: 'same' }));

  it('says how many rows there were, how they were split, how many are wanted, and what to do', () => {
    expect(refusal(() => splitDataset(rowsOf(1), 1))).toBe(
      'Cannot split 1 row (1 different) into the trainset and validation: 0 would go to the trainset and 1 to validation, ' +
        'expected at least 1 in each (40 % go to the trainset, and equal rows stay together). Give more different rows: ' +
        '20 are the fewest with which a candidate can pass the test. Or give both sets as files of their own.',
    );
    expect(refusal(() => splitDataset(equal(10), 1))).toContain(
      'Cannot split 10 rows (1 different) into the trainset and validation: 0 would go to the trainset and 10 to validation',
    );
    expect(refusal(() => splitValidation(equal(8), 1))).toBe(
      'Cannot split 8 rows (1 different) into the confirmset and the valset: 0 would go to the confirmset and 8 to the valset, ' +
        'expected at least 1 in each (40 % go to the confirmset, and equal rows stay together). Give more different validation ' +
        'rows: 12 are the fewest with which a candidate can pass the test. Or give a confirmset of its own.',
    );
    expect(refusal(() => splitDataset([], 1))).toContain('Cannot split 0 rows (0 different)');
  });

  it('names numbers of rows that do leave five for the test, and no smaller ones', () => {
    const tested = (count: number): number => splitValidation(rowsOf(count), 1).confirmset.length;
    expect([tested(11), tested(12)]).toEqual([4, 5]);
    const testedOf = (count: number): number => tested(splitDataset(rowsOf(count), 1).validation.length);
    expect([testedOf(19), testedOf(20)]).toEqual([4, 5]);
  });

  it('is refused where no group of equal rows fits, and only there', () => {
    fc.assert(
      fc.property(anyRows, fc.integer(), (all, seed) => {
        const isRefused = refusal(() => splitDataset(all, seed)) !== 'not refused';
        expect(isRefused).toBe(!canSplit(all));
      }),
    );
  });
});

describe('datasetHash', () => {
  it('depends on the content and the order of the rows, not on the order of the fields', () => {
    const hash = datasetHash([{ a: 1, b: 2 }, { a: 3 }]);
    expect(datasetHash([{ b: 2, a: 1 }, { a: 3 }])).toBe(hash);
    expect(datasetHash([{ a: 3 }, { a: 1, b: 2 }])).not.toBe(hash);
    expect(datasetHash([{ a: 1, b: 2 }, { a: '3' }])).not.toBe(hash);
  });
});
