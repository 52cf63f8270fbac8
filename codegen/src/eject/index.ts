export { ejectedFile, isEjected, type Ejection } from './ejected-file.js';
