import { WeightsError } from '@sigil/spec';
import { languageModelContract } from '@sigil/testing/contracts';
import { describe, expect, it } from 'vitest';
import { llama } from './llama.js';
import { findWeights } from './weights/find-weights.js';

/** Why the real weights cannot be had here; undefined where they can. */
const missing = await findWeights({
  environment: process.env,
  onProgress: () => {},
  onWarning: () => {},
}).then(
  () => undefined,
  (error: unknown) => {
    if (!WeightsError.isInstance(error)) throw error;
    return error.message.split('\n').at(0);
  },
);

languageModelContract({
  name: 'llama() on SmolLM2',
  skip: missing,
  create: () => llama({ maxThreads: 1 }),
  timeout: 120_000,
});

describe.skipIf(missing !== undefined)(
  `SmolLM2${missing === undefined ? '' : ` (skipped: ${missing})`}`,
  () => {
    it('follows the shape of demos and ends its reply by itself', { timeout: 120_000 }, async () => {
      const lm = await llama({ maxThreads: 1 });
      const demos = ['Broke on day one.', 'I love it.'].flatMap(
        (review, at) =>
          [
            { role: 'user', content: `review: ${review}` },
            { role: 'assistant', content: `sentiment: ${at === 0 ? 'negative' : 'positive'}` },
          ] as const,
      );
      const system = {
        role: 'system',
        content: 'Judge the review.\n\nsentiment: positive or negative',
      } as const;
      const messages = [system, ...demos, { role: 'user', content: 'review: Works like a charm.' } as const];
      const reply = await lm.doGenerate({ messages });
      expect(reply.text).toMatch(/^sentiment: (positive|negative)$/);
      expect(reply.finishReason).toBe('stop');
      expect(lm.modelId).toMatch(/@[0-9a-f]{8}$/);
      await lm.dispose?.();
    });
  },
);
