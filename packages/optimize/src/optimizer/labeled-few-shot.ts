import type { Example } from '@sigil/spec';
import type { Optimizer, OptimizeResult, OptimizeTask } from '../run/optimize-task.js';
import { search } from '../run/search.js';
import { labeledCandidate } from './labeled-candidate.js';
import { requireWhole } from './require-number.js';

/** How many demos. */
export interface LabeledFewShotOptions {
  /** Demos of each predictor, at most. 16 unless given. */
  readonly k?: number;
}

/**
 * Shows each predictor up to `k` rows of the trainset, drawn at random (DSPy's LabeledFewShot). The one candidate has
 * to pass the same test as every other.
 *
 * @throws UsageError when `k` is no whole number from 1
 * @example
 * ```ts
 * const { outcome, state } = await new LabeledFewShot({ k: 8 }).optimize({ program, trainset, valset, metric: exactMatch, lm, programId });
 * ```
 */
export class LabeledFewShot implements Optimizer {
  readonly name = 'labeled-few-shot';
  readonly #k: number;

  constructor({ k = 16 }: LabeledFewShotOptions = {}) {
    requireWhole(this.name, 'k', k, 1);
    this.#k = k;
  }

  optimize<E extends Example, P extends object>(task: OptimizeTask<E, P>): Promise<OptimizeResult> {
    const k = this.#k;
    return search(task, {
      optimizer: this.name,
      proposals: 1,
      async *propose(run) {
        yield labeledCandidate(run, k);
      },
    });
  }
}
