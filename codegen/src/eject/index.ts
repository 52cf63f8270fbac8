export { ejectedFile, isEjected } from './ejected-file.js';
export type { Ejection } from './ejection.js';
