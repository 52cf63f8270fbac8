import { defineConfig } from '@sigil/cli';

export default defineConfig({ lm: 'llama' });
