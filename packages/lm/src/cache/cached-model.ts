import { AbortedError, type LanguageModel, type LMCall, type LMReply, type StreamPart } from '@sigil/spec';
import { wrappedModel } from '../middleware/wrapped-model.js';
import { callKey } from './call-key.js';
import type { ReplyStore } from './reply-store.js';
import { SharedStream } from './shared-stream.js';

/**
 * The rules of every cache. Only whole replies are kept. Of identical calls at one time one goes out, and the others
 * wait for it; it is stopped when the last of them is. A reply that this caller did not pay for has `cached` set.
 */
export function cachedModel(lm: LanguageModel, store: ReplyStore): LanguageModel {
  const underWay = new Map<string, Flight>();

  /** The parts of a reply that is kept, or of a new one. */
  async function* answer(key: string, call: LMCall, send: Send): AsyncGenerator<StreamPart> {
    const kept = await store.get(key);
    if (kept !== undefined) {
      yield* partsOf({ ...kept, cached: true });
      return;
    }
    for await (const part of send(call)) {
      if (part.kind === 'end' && isWhole(part.reply)) await store.set(key, part.reply);
      yield part;
    }
  }

  function takeOff(key: string, call: LMCall, send: Send): Flight {
    const open = (signal: AbortSignal): AsyncIterable<StreamPart> => answer(key, { ...call, signal }, send);
    const flight = { stream: new SharedStream(open, () => underWay.delete(key)), paid: false };
    underWay.set(key, flight);
    return flight;
  }

  async function* read(call: LMCall, send: Send): AsyncGenerator<StreamPart> {
    const key = callKey(lm, call);
    try {
      call.signal?.throwIfAborted();
      const flight = underWay.get(key) ?? takeOff(key, call, send);
      for await (const part of flight.stream.read(call.signal)) {
        if (part.kind === 'end' && flight.paid) yield { kind: 'end', reply: { ...part.reply, cached: true } };
        else {
          // One caller pays: the first to get the reply, since the one who asked first may have left.
          flight.paid ||= part.kind === 'end';
          yield part;
        }
      }
    } catch (error) {
      if (!call.signal?.aborted) throw error;
      throw new AbortedError({ model: lm.modelId, endpoint: lm.prepare(call).endpoint });
    }
  }

  return wrappedModel(lm, {
    doGenerate: (call) => lastOf(read(call, (sent) => generated(lm, sent))),
    doStream: (call) => read(call, (sent) => lm.doStream(sent)),
    ...(store.dispose && { dispose: async () => store.dispose?.() }),
  });
}

/** The model's way to the parts of a reply. */
type Send = (call: LMCall) => AsyncIterable<StreamPart>;

/** A call that is under way. */
interface Flight {
  readonly stream: SharedStream;
  /** Somebody has got the reply that was paid for. */
  paid: boolean;
}

async function* generated(lm: LanguageModel, call: LMCall): AsyncGenerator<StreamPart> {
  yield* partsOf(await lm.doGenerate(call));
}

/** An error, a reply that was cut off and an empty one may come out better the next time. */
function isWhole(reply: LMReply): boolean {
  return reply.finishReason === 'stop' && reply.text.trim() !== '';
}

function* partsOf(reply: LMReply): Generator<StreamPart> {
  if (reply.text !== '') yield { kind: 'text', text: reply.text };
  yield { kind: 'end', reply };
}

async function lastOf(parts: AsyncIterable<StreamPart>): Promise<LMReply> {
  for await (const part of parts) if (part.kind === 'end') return part.reply;
  throw new Error('The stream of a model ended without its reply.');
}
