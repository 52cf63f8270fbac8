import { randomInt } from 'node:crypto';
import type { FinishReason } from '@sigil/spec';
import type { LlamaContextSequence, LlamaModel, Token } from 'node-llama-cpp';
import type { ResolvedSettings } from './settings.js';
import { StopSequences } from './stop-sequences.js';
import { WholeCharacters } from './whole-characters.js';

/** A reply as it was decoded. */
export interface DecodedReply {
  readonly text: string;
  readonly finishReason: FinishReason;
  readonly outputTokens: number;
}

/** What is decoded, and how far. */
export interface DecodeOptions {
  readonly model: LlamaModel;
  readonly sequence: LlamaContextSequence;
  /** The last tokens of the prompt. The ones before are in the KV cache. */
  readonly last: Token[];
  readonly settings: ResolvedSettings;
  /** Tokens for which the context has room. */
  readonly room: number;
  /** Called after each token with the text that is certain by now, which may be empty. False: nobody wants more. */
  readonly onText: (text: string) => boolean;
}

/** Generates tokens until the model, a stop sequence, a limit or the reader ends the reply. */
export async function decodeReply(options: DecodeOptions): Promise<DecodedReply> {
  const { model, sequence, last, settings, onText } = options;
  const limit = Math.min(settings.maxOutputTokens, options.room);
  const characters = new WholeCharacters<Token>((tokens, before) => model.detokenize(tokens, false, before));
  const stops = new StopSequences(settings.stopSequences);
  let text = '';
  let outputTokens = 0;
  let finishReason: FinishReason = 'stop';
  const give = (certain: string): boolean => {
    text += certain;
    return onText(certain);
  };
  for await (const token of sequence.evaluate(last, sampling(settings))) {
    outputTokens += 1;
    const wanted = give(stops.push(characters.push(token)));
    if (stops.reached) break;
    if (!wanted) finishReason = 'other';
    else if (outputTokens === limit) finishReason = 'length';
    else continue;
    break;
  }
  // A character of which only some bytes came before the limit is not given.
  const rest = finishReason === 'length' ? '' : characters.end();
  give(stops.push(rest) + stops.end());
  return { text, finishReason, outputTokens };
}

/** The native library's usual choice among the 40 likeliest tokens, with nothing left to its defaults. */
function sampling({ temperature, seed }: ResolvedSettings): Record<string, number> {
  if (temperature === 0) return { temperature };
  return { temperature, topK: 40, topP: 0.95, minP: 0, seed: seed ?? randomInt(2 ** 32) };
}
