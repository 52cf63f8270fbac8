export { defineConfig } from './config/sigil-config.js';
export type { SigilConfig } from './config/sigil-config.js';
