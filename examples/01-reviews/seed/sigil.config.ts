import { defineConfig } from '@sigil/cli';

// The answer takes four tokens: a reply that has not ended after twelve is no answer, and a model this small does not
// mend a reply that it is shown again.
export default defineConfig({ lm: 'llama', settings: { maxOutputTokens: 12 }, maxReasks: 0 });
