export { Priority as Rank } from './kinds.js';
export type { Item } from './kinds.js';
export * as parts from './parts.js';
