import { UsageError } from '@sigil/spec';
import { environmentVariable } from './surroundings.js';

const policies = ['warn', 'error', 'ignore'] as const;

/** What to do where a class runs with state that was tuned for another shape of it. */
export type OnStale = (typeof policies)[number];

/**
 * What `SIGIL_ON_STALE` says; undefined where it says nothing.
 *
 * @throws UsageError where it says something else
 */
export function onStaleOfEnvironment(): OnStale | undefined {
  const text = environmentVariable('SIGIL_ON_STALE');
  if (text === undefined || text === '') return undefined;
  const policy = policies.find((each) => each === text);
  if (policy !== undefined) return policy;
  throw new UsageError(
    `Cannot use SIGIL_ON_STALE: it is '${text}', expected one of: ${policies.join(', ')}. Set it to one of them.`,
  );
}
