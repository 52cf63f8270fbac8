import type { JournalEvent } from '@sigil/spec';
import type { ProgressState } from '../terminal/progress-line.js';
import { percent } from '../terminal/number-text.js';

/**
 * Reads how far an optimization is from what it tells. The bar counts the runs of the search and of the confirmation;
 * runs that look for demos come before or between and do not count.
 *
 * @returns a function that takes each event and gives the state to show, once there is one
 */
export function optimizeProgress(): (event: JournalEvent) => ProgressState | undefined {
  let started: Extract<JournalEvent, { kind: 'run-started' }> | undefined;
  let label = 'starting';
  let done = 0;
  let scoredCandidates = 0;
  let best: number | undefined;
  let current = { of: '', rows: 0, sum: 0 };

  const count = (
    event: Extract<JournalEvent, { kind: 'row-scored' }>,
    { candidates, rows }: NonNullable<typeof started>,
  ): void => {
    const of = `${event.set} ${event.candidate}`;
    if (of !== current.of) current = { of, rows: 0, sum: 0 };
    current = { of, rows: current.rows + 1, sum: current.sum + event.score };
    // Candidates that turn out to be the same as another one are skipped: the confirmation starts where they would end.
    if (event.set === 'confirm' && label !== 'confirming') done = candidates * rows.val;
    if (event.set !== 'train') done += 1;
    const number = Math.min(scoredCandidates + 1, candidates);
    label = {
      train: 'looking for demos',
      val: `candidate ${number} of ${candidates}`,
      confirm: 'confirming',
    }[event.set];
  };
  return (event) => {
    if (event.kind === 'run-started') started = event;
    if (started === undefined) return undefined;
    if (event.kind === 'row-scored') count(event, started);
    if (event.kind === 'candidate-scored') {
      scoredCandidates += 1;
      // One that could no longer win has not run all of its rows.
      done = scoredCandidates * started.rows.val;
      best = Math.max(best ?? 0, event.summary.mean);
    }
    const { candidates, rows } = started;
    const notes = [
      ...(best === undefined ? [] : [`best ${percent(best)}`]),
      ...(current.rows === 0 ? [] : [`now ${percent(current.sum / current.rows)}`]),
    ];
    return { label, done, total: candidates * rows.val + 2 * rows.confirm, notes };
  };
}
