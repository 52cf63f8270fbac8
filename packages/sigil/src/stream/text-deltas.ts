import { StreamResetError, type ReplyError, type RunEvent } from '@sigil/spec';

/**
 * What is new of the text of one field, piece by piece, in the first call of a predictor. A text that begins again after
 * a reset goes on where it stopped, if it is the same one so far.
 *
 * @param path of the predictor
 * @throws StreamResetError where text that was given is void
 */
export async function* textDeltas(
  events: AsyncIterable<RunEvent>,
  path: string,
  field: string,
): AsyncGenerator<string, void, undefined> {
  let first: number | undefined;
  let given = '';
  let text = '';
  let error: ReplyError | undefined;
  for await (const event of events) {
    if (event.path === path) first ??= event.call;
    if (event.path !== path || event.call !== first) continue;
    if (event.kind === 'reset') {
      text = '';
      error = event.error;
    }
    if (event.kind !== 'partial') continue;
    text = textOf(event.value[field]);
    if (!text.startsWith(given)) {
      if (given.startsWith(text)) continue;
      throw new StreamResetError(field, error);
    }
    if (text.length > given.length) yield text.slice(given.length);
    given = text;
  }
  if (text !== given) throw new StreamResetError(field, error);
}

/** The text of a field, also of one that is shown with its state. */
function textOf(shown: unknown): string {
  if (typeof shown === 'string') return shown;
  if (typeof shown !== 'object' || shown === null || !('value' in shown)) return '';
  return typeof shown.value === 'string' ? shown.value : '';
}
