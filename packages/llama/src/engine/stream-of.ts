import { EventEmitter, once } from 'node:events';
import type { LMReply, StreamPart } from '@sigil/spec';

/**
 * Makes a stream of a reply that tells its text as it comes.
 *
 * The reply is made at its own pace and its parts wait here for the reader: a slow reader holds up nobody else, and
 * one that makes another call between two parts does not wait for itself.
 *
 * @param start begins the reply; its `onText` is false once the reader has left
 * @param stopIfAsked throws where the reader shall get no more, though parts wait
 */
export async function* streamOf(
  start: (onText: (text: string) => boolean) => Promise<LMReply>,
  stopIfAsked: () => void,
): AsyncGenerator<StreamPart> {
  const texts: string[] = [];
  const state = { reading: true, over: false };
  const arrivals = new EventEmitter();
  const reply = start((text) => {
    if (text !== '') texts.push(text);
    arrivals.emit('change');
    return state.reading;
  });
  const end = (): void => {
    state.over = true;
    arrivals.emit('change');
  };
  reply.then(end, end);
  try {
    while (!state.over || texts.length > 0) {
      stopIfAsked();
      const text = texts.shift();
      if (text === undefined) await once(arrivals, 'change');
      else yield { kind: 'text', text };
    }
    yield { kind: 'end', reply: await reply };
  } finally {
    state.reading = false;
  }
}
