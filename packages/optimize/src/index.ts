// What users need.
export { LabeledFewShot, type LabeledFewShotOptions } from './optimizer/labeled-few-shot.js';
export { BootstrapFewShot } from './optimizer/bootstrap-few-shot.js';
export {
  BootstrapFewShotWithRandomSearch,
  type RandomSearchOptions,
} from './optimizer/bootstrap-random-search.js';
export type { BootstrapFewShotOptions } from './optimizer/bootstrap-few-shot-options.js';
export type { TeacherOptions } from './bootstrap/teacher.js';
export type { Optimizer, OptimizeResult, OptimizeTask, ScoredCandidate } from './run/optimize-task.js';

// What other libraries need.
export type { Candidate } from './candidate/candidate.js';
