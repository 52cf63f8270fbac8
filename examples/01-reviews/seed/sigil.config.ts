import { defineConfig } from '@sigil/cli';

export default defineConfig({
  lm: 'llama',
  // The answer takes four tokens: a reply that has not ended after ten is no answer, and a model this small does not
  // mend a reply that it is shown again.
  settings: { maxOutputTokens: 10 },
  maxReasks: 0,
  // Two calls at a time, with a core each.
  concurrency: 2,
});
