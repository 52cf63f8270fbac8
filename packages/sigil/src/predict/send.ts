import {
  AbortedError,
  InvalidResponseError,
  type LanguageModel,
  type LMCall,
  type LMReply,
} from '@sigil/spec';

/**
 * Sends a request, as a stream where somebody watches.
 *
 * @param onText called with each piece of the reply
 * @throws LanguageModelError; AbortedError as soon as the signal says so, whether or not the model listens to it
 */
export async function send(
  lm: LanguageModel,
  call: LMCall,
  onText: ((text: string) => void) | undefined,
): Promise<LMReply> {
  if (call.signal?.aborted === true) throw aborted(lm);
  if (onText === undefined) return lm.doGenerate(call);
  const parts = lm.doStream(call)[Symbol.asyncIterator]();
  const stopped = stopOf(lm, call.signal);
  try {
    for (;;) {
      const next = await (stopped === undefined
        ? parts.next()
        : Promise.race([parts.next(), stopped.promise]));
      if (next.done === true) throw unfinished(lm);
      if (next.value.kind === 'end') return next.value.reply;
      onText(next.value.text);
    }
  } finally {
    stopped?.forget();
    // Nobody waits for a model that takes its time to stop, and what it says then is of no use.
    void parts.return?.().catch(() => undefined);
  }
}

/** A promise that rejects when the signal stops the call. */
function stopOf(
  lm: LanguageModel,
  signal: AbortSignal | undefined,
): { readonly promise: Promise<never>; readonly forget: () => void } | undefined {
  if (signal === undefined) return undefined;
  let forget = (): void => undefined;
  const promise = new Promise<never>((_, reject) => {
    const stop = (): void => reject(aborted(lm, signal.reason));
    signal.addEventListener('abort', stop, { once: true });
    forget = () => signal.removeEventListener('abort', stop);
  });
  return { promise, forget };
}

function aborted(lm: LanguageModel, cause?: unknown): AbortedError {
  const at = { model: lm.modelId, endpoint: endpointOf(lm) };
  return new AbortedError(cause === undefined ? at : { ...at, cause });
}

function unfinished(lm: LanguageModel): InvalidResponseError {
  const found = 'a stream that ended without its last part';
  return new InvalidResponseError(found, { model: lm.modelId, endpoint: endpointOf(lm) });
}

function endpointOf(lm: LanguageModel): string {
  return lm.prepare({ messages: [] }).endpoint;
}
