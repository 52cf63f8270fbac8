export { isUnchanged } from './is-unchanged.js';
export { finishedSources } from './finished-sources.js';
export type { KnownSource, KnownSources } from './known-sources.js';
export { remember, type FinishedPlan, type FinishedSource } from './remember.js';
export type { RunKey } from './run-key.js';
export { knownSources } from './source-memory.js';
export { generatedPath } from '../sources/source-paths.js';
