import type { Capabilities } from './capabilities.js';
import type { LMCall, PreparedCall } from './lm-call.js';
import type { LMReply } from './lm-reply.js';
import type { StreamPart } from './stream-part.js';

/**
 * A language model. Providers implement it, middleware wraps it: `cache(retry(openai('gpt-5-mini')))`.
 * Users call `Predict`, not this.
 */
export interface LanguageModel {
  /** What reports and artifacts call the model. */
  readonly modelId: string;
  readonly capabilities: Capabilities;
  /** Pure: the request as it would be sent. Two calls that differ in anything sent differ here. */
  prepare(call: LMCall): PreparedCall;
  /** @throws LanguageModelError when no reply could be had. An empty or cut-off reply is returned as it is. */
  doGenerate(call: LMCall): Promise<LMReply>;
  /** The same reply, part by part. */
  doStream(call: LMCall): AsyncIterable<StreamPart>;
  /** Releases what the model holds (weights, sockets). */
  dispose?(): Promise<void>;
}
