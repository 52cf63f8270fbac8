import { StaleStateError, type OptimizedStatus } from '@sigil/spec';
import { onStaleOfEnvironment, type OnStale } from '../context/on-stale.js';
import { warn } from '../context/surroundings.js';

const warned = new WeakSet<OptimizedStatus>();

/**
 * Tells, once for each class, that its tuned state does not fit it any more: by `process.emitWarning`, which Node
 * prints to standard error and programs can listen to; in the console where there is no process.
 *
 * @param program id of the class
 * @param onStale what the code says; `SIGIL_ON_STALE` of the environment comes before it, so that CI can be stricter
 * @throws StaleStateError each time, where that is asked for; UsageError for a `SIGIL_ON_STALE` that is none of the
 *   three
 */
export function noteStaleState(
  program: string,
  optimized: OptimizedStatus | undefined,
  onStale: OnStale = 'warn',
): void {
  if (optimized === undefined || optimized.status === 'fresh') return;
  const policy = onStaleOfEnvironment() ?? onStale;
  if (policy === 'ignore') return;
  if (policy === 'error') throw new StaleStateError(program, optimized.changed);
  if (warned.has(optimized)) return;
  warned.add(optimized);
  warn(
    'SIGIL1006',
    `${program} runs with ${optimized.status} tuned state: ${StaleStateError.brief(optimized.changed)}. ` +
      `Run 'sigil optimize ${program} ..' or 'sigil accept ${program}'.`,
  );
}
