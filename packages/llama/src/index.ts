export { llama } from './llama.js';
export type { LlamaOptions } from './llama.js';
export type { LlamaProgress } from './weights/weights.js';
