export { isUnchanged, lastRemarks } from './is-unchanged.js';
export type { Remarks } from './memory.js';
export type { FinishedPlan, FinishedSource } from './finished-plan.js';
export { finishedSources } from './finished-sources.js';
export type { KnownSource, KnownSources } from './known-sources.js';
export { remember } from './remember.js';
export type { RunKey } from './run-key.js';
export { knownSources } from './source-memory.js';
export { generatedPath } from '../sources/source-paths.js';
