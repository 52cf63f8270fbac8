import {
  BootstrapFewShot,
  BootstrapFewShotWithRandomSearch,
  LabeledFewShot,
  type BootstrapFewShotOptions,
  type Optimizer,
} from '@sigil/optimize';
import { UsageError, type LanguageModel } from '@sigil/spec';
import type { OptimizerName } from './optimizer-names.js';

/** What the command line says about the search. What is absent is the optimizer's own default. */
export interface OptimizerRequest {
  readonly optimizer: OptimizerName;
  readonly candidates?: number;
  readonly maxBootstrappedDemos?: number;
  readonly maxLabeledDemos?: number;
}

/**
 * Makes sure that every option is one that the optimizer reads.
 *
 * @param hasTeacher `--teacher` was given
 * @throws UsageError when one is not
 */
export function checkOptimizer(request: OptimizerRequest, hasTeacher: boolean): void {
  const { optimizer } = request;
  const refuse = (option: string): never => {
    throw new UsageError(
      `Cannot use ${option} with ${optimizer}: it does not read it. Leave it out, or choose another --optimizer.`,
    );
  };
  if (request.candidates !== undefined && optimizer !== 'bootstrap-random-search') refuse('--candidates');
  if (optimizer !== 'labeled-few-shot') return;
  if (request.maxBootstrappedDemos !== undefined) refuse('--max-bootstrapped-demos');
  if (hasTeacher) refuse('--teacher');
}

/** The optimizer that a request names. @param teacher answers for the demos in the place of the model itself */
export function chooseOptimizer(request: OptimizerRequest, teacher: LanguageModel | undefined): Optimizer {
  const { candidates, maxBootstrappedDemos, maxLabeledDemos } = request;
  const demos: BootstrapFewShotOptions = {
    ...(maxBootstrappedDemos === undefined ? {} : { maxBootstrappedDemos }),
    ...(maxLabeledDemos === undefined ? {} : { maxLabeledDemos }),
    ...(teacher === undefined ? {} : { teacher: { lm: teacher } }),
  };
  switch (request.optimizer) {
    case 'labeled-few-shot':
      return new LabeledFewShot(maxLabeledDemos === undefined ? {} : { k: maxLabeledDemos });
    case 'bootstrap-few-shot':
      return new BootstrapFewShot(demos);
    case 'bootstrap-random-search':
      return new BootstrapFewShotWithRandomSearch(
        candidates === undefined ? demos : { ...demos, candidates },
      );
  }
}
