import { defineConfig } from '@sigil/cli';

export default defineConfig({
  lm: 'llama',
  // The answer is one word after its name: a reply ends where its first clause or line ends.
  settings: { maxOutputTokens: 20, stopSequences: [',', '.', '\n'] },
  // A model this small does not mend a reply that it is shown again.
  maxReasks: 0,
  // Two calls at a time, with a core each.
  concurrency: 2,
});
