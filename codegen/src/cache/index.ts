export { isUnchanged } from './is-unchanged.js';
export { remember, type FinishedPlan } from './remember.js';
export type { RunKey } from './run-key.js';
export { generatedPath } from '../sources/source-paths.js';
