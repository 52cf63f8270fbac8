import { UsageError } from '@sigil/spec';
import type { TeacherOptions } from '../bootstrap/teacher.js';
import { requireShare, requireWhole } from './require-number.js';

/** How many demos a candidate gets, and which traces become demos. */
export interface BootstrapFewShotOptions {
  /** Demos from accepted traces, at most. 4 unless given; 0 runs no teacher. */
  readonly maxBootstrappedDemos?: number;
  /** Demos in all, at most: labeled ones fill up what traces leave free. 16 unless given. */
  readonly maxLabeledDemos?: number;
  /** Tries of a training row; from the second on at temperature 1 and for a fresh reply. 1 unless given. */
  readonly maxRounds?: number;
  /** A trace is accepted from this score on. Absent: above 0. */
  readonly metricThreshold?: number;
  /** Absent: the program itself, with labeled demos. */
  readonly teacher?: TeacherOptions;
}

/** Options with everything filled in. */
export interface BootstrapSettings {
  readonly bootstrapped: number;
  readonly labeled: number;
  readonly rounds: number;
  readonly threshold: number | undefined;
  readonly teacher: TeacherOptions | undefined;
}

/** @throws UsageError for numbers that cannot be meant */
export function bootstrapSettings(optimizer: string, options: BootstrapFewShotOptions): BootstrapSettings {
  const { maxBootstrappedDemos = 4, maxLabeledDemos = 16, maxRounds = 1, metricThreshold, teacher } = options;
  requireWhole(optimizer, 'maxBootstrappedDemos', maxBootstrappedDemos, 0);
  requireWhole(optimizer, 'maxLabeledDemos', maxLabeledDemos, 0);
  requireWhole(optimizer, 'maxRounds', maxRounds, 1);
  if (metricThreshold !== undefined) requireShare(optimizer, 'metricThreshold', metricThreshold);
  if (maxBootstrappedDemos === 0 && maxLabeledDemos === 0) {
    throw new UsageError(
      `Cannot use ${optimizer} with maxBootstrappedDemos and maxLabeledDemos both 0: there would be nothing to try. Raise one of them.`,
    );
  }
  return {
    bootstrapped: maxBootstrappedDemos,
    labeled: maxLabeledDemos,
    rounds: maxRounds,
    threshold: metricThreshold,
    teacher,
  };
}
