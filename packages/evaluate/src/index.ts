// What users need.
export { readDataset } from './dataset/read-dataset.js';
export { checkRows, type CheckRowsOptions } from './dataset/check-rows.js';
export { rowFields } from './dataset/row-fields.js';
export type { RowTarget } from './dataset/row-rules.js';
export { loadRows, type LoadRowsOptions } from './dataset/load-rows.js';
export { rowPlace } from './dataset/row-place.js';
export type { Dataset, DatasetRow } from './dataset/dataset.js';
export type { FullRowOf, RowOf } from './dataset/row-of.js';
export { splitDataset, splitValidation } from './dataset/split.js';
export { evaluate, type EvaluateOptions } from './run/evaluate.js';
export type { Evaluation } from './run/evaluation.js';
export type { RowOutcome, RowScore } from './run/row-score.js';
export { exactMatch } from './metric/exact-match.js';
export { f1 } from './metric/f1.js';
export { includes } from './metric/includes.js';
export type { PredictionOf } from './metric/prediction-of.js';
export { builtInMetrics } from './metric/built-in-metrics.js';
export type { FieldMetric, FieldsOf } from './metric/field-metric.js';

// What records need.
export { datasetHash } from './dataset/dataset-hash.js';
export { evaluationRecord, type EvaluationRecord } from './record/evaluation-record.js';
export { rowLine } from './record/row-line.js';

// What optimizers and other libraries need.
export { inProcessExecutor, type InProcessExecutorOptions } from './executor/in-process-executor.js';
export { programFields, type ProgramFields } from './dataset/program-fields.js';
export { rowScorer } from './run/row-scorer.js';
export { bootstrapInterval, type Interval, type IntervalOptions } from './stats/bootstrap-interval.js';
export {
  pairedPermutationTest,
  type PermutationOptions,
  type PermutationTest,
} from './stats/paired-permutation-test.js';
export { stream, type RandomStream } from './random/random-stream.js';
export { sample, shuffle } from './random/sample.js';
