import { MetricError } from '@sigil/spec';

/** Why a run cannot go on. Thrown inside the package only, and turned into an outcome. */
export class Stopped extends Error {
  readonly outcome: 'failed' | 'cancelled';

  /** @param where what was being done: `bootstrap 3: 2 bootstrapped and 14 labeled demos on the valset` */
  constructor(outcome: 'failed' | 'cancelled', where: string, cause?: unknown) {
    super(`Stopped at ${where}${cause === undefined ? '' : `: ${sentence(cause)}`}`, { cause });
    this.outcome = outcome;
  }
}

function sentence(cause: unknown): string {
  if (MetricError.isInstance(cause)) return cause.message;
  return cause instanceof Error ? cause.message : String(cause);
}
