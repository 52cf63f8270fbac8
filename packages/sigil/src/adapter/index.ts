export { chatAdapter } from './chat-adapter.js';
export { jsonAdapter } from './json-adapter.js';
export { xmlAdapter } from './xml-adapter.js';
export { compactAdapter } from './compact-adapter.js';
export { twoStep, twoStepAdapter } from './two-step-adapter.js';
export { adapters } from './adapters.js';
export { adapterById } from './adapter-by-id.js';
export { fieldPatterns, type FieldPatterns } from './field-patterns.js';
