import { count } from '../terminal/number-text.js';

/** What a run that did not come to its end says: how far it was, what is kept, how to go on. */
export function stoppedText(done: number, total: number, cached: boolean, record: string): string {
  const kept = cached
    ? 'Replies are kept: the same command goes on from there without paying for them again.'
    : 'With --no-cache no reply is kept.';
  return `Stopped after ${count(done)} of ${count(total)} rows. ${kept}\nrecord  ${record}\n`;
}
