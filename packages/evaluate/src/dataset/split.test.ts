import type { Example } from '@sigil/spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasetHash, splitDataset, splitValidation } from '../index.js';

const rowsOf = (count: number): Example[] => Array.from({ length: count }, (_, at) => ({ at }));
// Few different values, so that rows repeat.
const rows = fc.array(fc.record({ text: fc.integer({ min: 0, max: 9 }) }), { minLength: 1, maxLength: 40 });

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

describe('datasetHash', () => {
  it('depends on the content and the order of the rows, not on the order of the fields', () => {
    const hash = datasetHash([{ a: 1, b: 2 }, { a: 3 }]);
    expect(datasetHash([{ b: 2, a: 1 }, { a: 3 }])).toBe(hash);
    expect(datasetHash([{ a: 3 }, { a: 1, b: 2 }])).not.toBe(hash);
    expect(datasetHash([{ a: 1, b: 2 }, { a: '3' }])).not.toBe(hash);
  });
});
