import type { TunedFile } from '@sigil/spec';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTunedFile } from './parse-tuned-file.js';
import { serializeTunedFile } from './serialize-tuned-file.js';

const hash = fc
  .bigInt({ min: 0n, max: 2n ** 64n - 1n })
  .map((value) => `h:${value.toString(16).padStart(16, '0')}`);
const name = fc.string({ minLength: 1 }).filter((text) => text !== '__proto__');
const id = fc
  .tuple(name, name)
  .map(([file, local]) => `${file.replaceAll('#', '')}x#${local.replaceAll('#', '')}x`);
const value = fc
  .jsonValue({ maxDepth: 2 })
  .filter((json) => !JSON.stringify(json).includes('__proto__')) as fc.Arbitrary<never>;
/** A few members are as good as many, and a tenth of the time. */
const dictionary = <T>(member: fc.Arbitrary<T>) => fc.dictionary(name, member, { maxKeys: 3 });
const count = fc.nat();
const share = fc.double({ min: 0, max: 1, noNaN: true }).map((one) => one + 0);
const scores = fc.record({ rows: count, mean: share, parsed: share });

const tunedFile: fc.Arbitrary<TunedFile> = fc.record({
  format: fc.constant(1 as const),
  program: id,
  predictors: dictionary(
    fc.record({
      signature: id,
      basedOn: fc.record({
        instructions: hash,
        fields: dictionary(fc.tuple(fc.constantFrom('in' as const, 'out' as const), hash, hash)),
      }),
      variants: dictionary(
        fc.record(
          {
            adapter: fc.constant('chat/1'),
            instructions: fc.array(fc.string()),
            demos: fc.array(dictionary(value)),
          },
          { requiredKeys: [] },
        ),
      ),
    }),
  ),
  evidence: dictionary(
    fc.record({
      optimizer: name,
      seed: count,
      model: name,
      metric: name,
      data: fc.record(
        { train: hash, val: hash, confirm: hash, test: hash },
        { requiredKeys: ['train', 'val', 'confirm'] },
      ),
      scores: fc.record({ baseline: scores, optimized: scores }),
      confirmation: fc.record({ n: count, difference: share, p: share }),
      calls: count,
      testLooks: count,
    }),
  ),
});

const json = (data: unknown): unknown => JSON.parse(JSON.stringify(data));

describe('the text of a tuned file', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(tunedFile, (tuned) => {
        expect(parseTunedFile(serializeTunedFile(tuned), 'x.opt.json')).toEqual(json(tuned));
      }),
    );
  });

  it('depends on the content and not on the order of keys', () => {
    fc.assert(
      fc.property(tunedFile, (tuned) => {
        const reversed: TunedFile = {
          ...tuned,
          predictors: Object.fromEntries(Object.entries(tuned.predictors).toReversed()),
          evidence: Object.fromEntries(Object.entries(tuned.evidence).toReversed()),
        };
        expect(serializeTunedFile(reversed)).toBe(serializeTunedFile(tuned));
        expect(serializeTunedFile(parseTunedFile(serializeTunedFile(tuned), 'x'))).toBe(
          serializeTunedFile(tuned),
        );
      }),
    );
  });
});
