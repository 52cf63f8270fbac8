export { retry } from './retry.js';
export type { RetryEvent, RetryOptions } from './retry.js';
export type { Clock } from './clock.js';
