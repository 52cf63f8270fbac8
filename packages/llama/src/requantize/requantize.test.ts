import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ggufOf } from '../fixtures/gguf-of.js';
import { readGgufHeader } from './gguf-header.js';
import { fromHalf, toHalf } from './half.js';
import { requantize } from './requantize.js';

function q41Weights(block: Buffer): number[] {
  const [scale, minimum] = [fromHalf(block.readUInt16LE(0)), fromHalf(block.readUInt16LE(2))];
  const numbers = [...block.subarray(4, 20)];
  return [...numbers.map((pair) => pair & 15), ...numbers.map((pair) => pair >> 4)].map(
    (q) => q * scale + minimum,
  );
}

function q80Weights(block: Buffer): number[] {
  const scale = fromHalf(block.readUInt16LE(0));
  return [...new Int8Array(block.subarray(2, 34))].map((byte) => byte * scale);
}

const q41Block = fc
  .tuple(
    fc.double({ min: 0, max: 0.5, noNaN: true }),
    fc.double({ min: -4, max: 4, noNaN: true }),
    fc.uint8Array({ minLength: 16, maxLength: 16 }),
  )
  .map(([scale, minimum, pairs]) => {
    const head = Buffer.alloc(4);
    head.writeUInt16LE(toHalf(scale), 0);
    head.writeUInt16LE(toHalf(minimum), 2);
    return Buffer.concat([head, pairs]);
  });

describe('requantize', () => {
  it('keeps every weight within a step of its block, and all else as it was', () => {
    fc.assert(
      fc.property(fc.array(q41Block, { minLength: 1, maxLength: 6 }), (blocks) => {
        const norm = Buffer.from(Float32Array.of(1, 2, 3).buffer);
        const converted = requantize(
          ggufOf([
            { name: 'norm', type: 0, shape: [3], bytes: norm },
            { name: 'w', type: 3, shape: [32, blocks.length], bytes: Buffer.concat(blocks) },
            { name: 'last', type: 0, shape: [3], bytes: norm },
          ]),
        );
        if (converted === undefined) throw new Error('nothing was done');
        const out = Buffer.concat([...converted.chunks()]);
        expect(out.length).toBe(converted.size);
        const { tensors, data } = readGgufHeader(out);
        expect(tensors.map(({ name, type }) => [name, type])).toEqual([
          ['norm', 0],
          ['w', 8],
          ['last', 0],
        ]);
        const at = (index: number): number => data + (tensors[index]?.offset ?? 0);
        expect(out.subarray(at(0), at(0) + norm.length)).toEqual(norm);
        expect(out.subarray(at(2), at(2) + norm.length)).toEqual(norm);
        for (const [index, block] of blocks.entries()) {
          const before = q41Weights(block);
          const after = q80Weights(out.subarray(at(1) + index * 34, at(1) + (index + 1) * 34));
          const minimum = fromHalf(block.readUInt16LE(2));
          const reach = Math.max(Math.abs(minimum), Math.abs(minimum + 15 * fromHalf(block.readUInt16LE(0))));
          // Half a step, and what the scale loses as a half-precision float (all of it, where it is tiny).
          const bound = reach / 127 / 2 + reach / 1000 + 1e-5;
          for (const [weight, value] of after.entries()) {
            expect(Math.abs(value - (before[weight] ?? 0))).toBeLessThanOrEqual(bound);
          }
        }
      }),
    );
  });

  it('leaves a file alone that has nothing to convert', () => {
    expect(
      requantize(ggufOf([{ name: 'norm', type: 0, shape: [3], bytes: Buffer.alloc(12) }])),
    ).toBeUndefined();
  });

  it('refuses what is no GGUF, and one that ends too soon', () => {
    expect(() => requantize(Buffer.from('<html></html>'))).toThrow(/no GGUF/u);
    const whole = ggufOf([{ name: 'w', type: 3, shape: [32], bytes: Buffer.alloc(20) }]);
    expect(() => requantize(whole.subarray(0, 60))).toThrow(RangeError);
  });
});
