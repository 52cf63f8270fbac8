import type { Context } from './context.js';
import { root } from './scope.js';

/**
 * Sets what calls use when nothing nearer says otherwise. Call it at start-up. It takes the place of all
 * that was set before: `configure({ settings })` alone forgets the model.
 *
 * @returns a function that puts back what was set before
 * @example
 * ```ts
 * const restore = configure({ lm: openai('gpt-5-mini') });
 * restore();
 * ```
 */
export function configure(context: Context): () => void {
  const at = root();
  const before = at.configured;
  at.configured = context;
  return () => {
    at.configured = before;
  };
}
