import { contentHash } from '@sigil/hash';
import type { Demo, SignatureSpec, TunedFile } from '@sigil/spec';
import { basisOf } from '../src/index.js';

const hash = contentHash('rows');

/** What an optimizer would have written for a signature. */
export function tunedFor(spec: SignatureSpec, demos: readonly Demo[]): TunedFile {
  const scores = { rows: 10, mean: 0.5, parsed: 1 };
  return {
    format: 1,
    program: spec.id,
    predictors: {
      '': {
        signature: spec.id,
        basedOn: basisOf(spec),
        variants: { '*': { instructions: ['Route it well.'], demos }, tiny: { instructions: ['Route.'] } },
      },
    },
    evidence: {
      '*': {
        optimizer: 'bootstrap',
        seed: 1,
        model: 'm',
        metric: 'exact-match',
        data: { train: hash, val: hash, confirm: hash },
        scores: { baseline: scores, optimized: { ...scores, mean: 0.9 } },
        confirmation: { n: 10, difference: 0.4, p: 0.01 },
        calls: 100,
        testLooks: 0,
      },
    },
  };
}
