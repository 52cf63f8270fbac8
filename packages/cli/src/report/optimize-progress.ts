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
  let counted = 0;
  let scoredCandidates = 0;
  let best: number | undefined;
  let label = 'starting';
  const running = new Map<string, { rows: number; sum: number }>();
  let current = '';

  const notes = (): readonly string[] => {
    const now = running.get(current);
    return [
      ...(best === undefined ? [] : [`best ${percent(best)}`]),
      ...(now === undefined ? [] : [`this one ${percent(now.sum / now.rows)}`]),
    ];
  };
  return (event) => {
    if (event.kind === 'run-started') started = event;
    if (started === undefined) return undefined;
    if (event.kind === 'row-scored') {
      label = {
        train: 'looking for demos',
        val: `candidate ${Math.min(scoredCandidates + 1, started.candidates)} of ${started.candidates}`,
        confirm: 'confirming',
      }[event.set];
      if (event.set !== 'train') counted += 1;
      current = `${event.set} ${event.candidate}`;
      const sums = running.get(current) ?? { rows: 0, sum: 0 };
      running.set(current, { rows: sums.rows + 1, sum: sums.sum + event.score });
    }
    if (event.kind === 'candidate-scored') {
      scoredCandidates += 1;
      best = Math.max(best ?? 0, event.summary.mean);
    }
    const total = started.candidates * started.rows.val + 2 * started.rows.confirm;
    return { label, done: Math.min(counted, total), total, notes: notes() };
  };
}
