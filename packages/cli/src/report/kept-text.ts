/**
 * What a run that did not come to its end leaves: what is kept, how to go on, where the record is.
 *
 * @param record relative to the current folder
 */
export function keptText(keepsReplies: boolean, record: string): string {
  const kept = keepsReplies
    ? 'Replies are kept: the same command goes on from here without paying for them again.'
    : 'Replies are not kept: there was no cache.';
  return `${kept}\nrecord  ${record}\n`;
}
