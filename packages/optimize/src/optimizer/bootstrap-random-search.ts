import { shuffle, stream } from '@sigil/evaluate';
import type { Example, ProgramState } from '@sigil/spec';
import { bootstrap } from '../bootstrap/bootstrap.js';
import { createCandidate } from '../candidate/candidate.js';
import { withDemos } from '../candidate/with-demos.js';
import type { Optimizer, OptimizeResult, OptimizeTask } from '../run/optimize-task.js';
import { search, type SearchPlan } from '../run/search.js';
import {
  bootstrapSettings,
  type BootstrapFewShotOptions,
  type BootstrapSettings,
} from './bootstrap-few-shot-options.js';
import { labeledCandidate } from './labeled-candidate.js';
import { requireShare, requireWhole } from './require-number.js';

/** How many candidates, and of what kind. */
export interface RandomSearchOptions extends BootstrapFewShotOptions {
  /** Candidates with bootstrapped demos of shuffled rows. 16 unless given. */
  readonly candidates?: number;
  /** The search ends early with a candidate of this mean on the valset. */
  readonly stopAtScore?: number;
}

/**
 * Tries many sets of demos and keeps the best (DSPy's BootstrapFewShotWithRandomSearch): the incumbent, the program
 * without demos, labeled demos, bootstrapped demos of the rows in their order, and then `candidates` times bootstrapped
 * demos of shuffled rows, from 1 to `maxBootstrappedDemos` of them. A further candidate changes none before it.
 *
 * @throws UsageError for numbers that cannot be meant
 * @example
 * ```ts
 * const optimizer = new BootstrapFewShotWithRandomSearch({ candidates: 8, maxLabeledDemos: 6 });
 * const { outcome, reason, state, evidence } = await optimizer.optimize({ program, trainset, valset, metric: exactMatch, lm, programId });
 * ```
 */
export class BootstrapFewShotWithRandomSearch implements Optimizer {
  readonly name = 'bootstrap-random-search';
  readonly #settings: BootstrapSettings;
  readonly #candidates: number;
  readonly #stopAtScore: number | undefined;

  constructor({ candidates = 16, stopAtScore, ...options }: RandomSearchOptions = {}) {
    this.#settings = bootstrapSettings(this.name, options);
    requireWhole(this.name, 'candidates', candidates, 0);
    if (stopAtScore !== undefined) requireShare(this.name, 'stopAtScore', stopAtScore);
    this.#candidates = candidates;
    this.#stopAtScore = stopAtScore;
  }

  optimize<E extends Example, P extends object>(task: OptimizeTask<E, P>): Promise<OptimizeResult> {
    const bare = isWorthBare(task.incumbent, task.base) ? 1 : 0;
    const labeled = this.#settings.labeled > 0 ? 1 : 0;
    return search(task, {
      optimizer: this.name,
      proposals: bare + labeled + 1 + this.#candidates,
      propose: proposer(this.#settings, this.#candidates),
      stopAtScore: this.#stopAtScore,
    });
  }
}

function proposer(settings: BootstrapSettings, candidates: number): SearchPlan['propose'] {
  return async function* propose(run) {
    const { train } = run.sets;
    if (isWorthBare(run.task.incumbent, run.task.base))
      yield createCandidate(withDemos(run.base, new Map()), 'no demos');
    if (settings.labeled > 0) yield labeledCandidate(run, settings.labeled);
    yield await bootstrap(run, { name: 'bootstrap', rows: train, ...settings });
    for (let at = 1; at <= candidates; at += 1) {
      const name = `bootstrap ${at}`;
      const rows = shuffle(train, stream(run.seed, `${name}/order`));
      const count = stream(run.seed, `${name}/count`).uniformInt(1, Math.max(1, settings.bootstrapped));
      yield await bootstrap(run, {
        ...settings,
        name,
        rows,
        bootstrapped: Math.min(count, settings.bootstrapped),
      });
    }
  };
}

/** Without demos the base is another candidate than the incumbent. */
function isWorthBare(incumbent: ProgramState | undefined, base: ProgramState | undefined): boolean {
  return base !== undefined || showsDemos(incumbent);
}

function showsDemos(state: ProgramState = {}): boolean {
  return Object.values(state).some(({ demos = [] }) => demos.length > 0);
}
