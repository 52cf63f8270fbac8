import type { Context } from './context.js';
import { root, type Scope } from './scope.js';

/**
 * Runs a function whose calls use this context, before that of `configure`. It ends with the function: a call that
 * starts later, because it was not awaited, does not see it and is reported as a process warning.
 *
 * @returns what the function returns
 * @example
 * ```ts
 * const answer = await withContext({ lm: cheap }, () => predict.run({ message }));
 * ```
 */
export async function withContext<T>(context: Context, run: () => T | Promise<T>): Promise<T> {
  const { storage } = root();
  const scope: Scope = { context, outer: storage.getStore(), ended: false };
  try {
    return await storage.run(scope, run);
  } finally {
    scope.ended = true;
  }
}
