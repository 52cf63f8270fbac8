import type { JournalEvent } from '@sigil/spec';
import { plural } from '../terminal/number-text.js';

/**
 * Reads what a person should know from what an optimization tells. Candidates that came out twice are counted, and
 * told at the end.
 *
 * @returns a function that takes each event and gives a line, where there is something to say
 */
export function optimizeRemarks(): (event: JournalEvent) => string | undefined {
  let repeated = 0;
  return (event) => {
    if (event.kind === 'candidate-repeated') repeated += 1;
    if (event.kind === 'note') return event.text;
    if (event.kind !== 'run-ended' || repeated === 0) return undefined;
    return `${plural(repeated, 'candidate')} came out the same as an earlier one and ${repeated === 1 ? 'was' : 'were'} not run again.`;
  };
}
