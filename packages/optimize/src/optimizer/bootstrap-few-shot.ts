import type { Example } from '@sigil/spec';
import { bootstrap } from '../bootstrap/bootstrap.js';
import type { Optimizer, OptimizeResult, OptimizeTask } from '../run/optimize-task.js';
import { search } from '../run/search.js';
import {
  bootstrapSettings,
  type BootstrapFewShotOptions,
  type BootstrapSettings,
} from './bootstrap-few-shot-options.js';

/**
 * Runs the program on training rows and shows each predictor its own calls from the runs that the metric accepted,
 * intermediate steps included (DSPy's BootstrapFewShot; Khattab et al. 2023, arXiv 2310.03714, section 4). The one
 * candidate has to pass the same test as every other.
 *
 * @throws UsageError for numbers that cannot be meant
 * @example
 * ```ts
 * const optimizer = new BootstrapFewShot({ maxBootstrappedDemos: 4, maxLabeledDemos: 8 });
 * const { outcome, state } = await optimizer.optimize({ program, trainset, valset, metric: exactMatch, lm, programId });
 * ```
 */
export class BootstrapFewShot implements Optimizer {
  readonly name = 'bootstrap-few-shot';
  readonly #settings: BootstrapSettings;

  constructor(options: BootstrapFewShotOptions = {}) {
    this.#settings = bootstrapSettings(this.name, options);
  }

  optimize<E extends Example, P extends object>(task: OptimizeTask<E, P>): Promise<OptimizeResult> {
    const settings = this.#settings;
    return search(task, {
      optimizer: this.name,
      proposals: 1,
      async *propose(run) {
        yield await bootstrap(run, { name: 'bootstrap', rows: run.sets.train, ...settings });
      },
    });
  }
}
