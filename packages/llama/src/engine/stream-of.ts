import type { LMReply, StreamPart } from '@sigil/spec';

/**
 * Makes a stream of a reply that tells its text as it comes.
 *
 * The reply is made at its own pace and its parts wait here for the reader: a slow reader holds up nobody else, and
 * one that makes another call between two parts does not wait for itself.
 *
 * @param start begins the reply; its `onText` is false once the reader has left
 */
export async function* streamOf(
  start: (onText: (text: string) => boolean) => Promise<LMReply>,
): AsyncGenerator<StreamPart> {
  const texts: string[] = [];
  let reading = true;
  let wake = (): void => {};
  const reply = start((text) => {
    if (text !== '') texts.push(text);
    wake();
    return reading;
  });
  let over = false;
  const end = (): void => {
    over = true;
    wake();
  };
  reply.then(end, end);
  try {
    while (!over || texts.length > 0) {
      const text = texts.shift();
      if (text !== undefined) yield { kind: 'text', text };
      else await new Promise<void>((resolve) => (wake = resolve));
    }
    yield { kind: 'end', reply: await reply };
  } finally {
    reading = false;
  }
}
