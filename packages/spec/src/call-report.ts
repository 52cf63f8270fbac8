import type { Coercion } from './coercion.js';
import type { LMReply, Usage } from './lm-reply.js';
import type { Message } from './message.js';

/** One request of a predictor call and what came of it. */
export interface Attempt {
  /** Which of its two requests it was, for an adapter that needs two. */
  readonly step?: 'answer' | 'extraction';
  readonly messages: readonly Message[];
  readonly reply: LMReply;
  /** The ReplyError for which the reply was not taken; absent on the last attempt of a call that succeeded. */
  readonly error?: Error;
}

/** What one predictor call did and used. */
export interface CallReport {
  /** Id of the signature. */
  readonly signature: string;
  /** Content hash of the artifact's spec and of the state that was used. */
  readonly artifact: string;
  /** Id of the adapter that wrote the prompt and read the reply: `chat/1`. */
  readonly adapter: string;
  readonly model: string;
  readonly attempts: readonly Attempt[];
  /** Sum over the attempts that were not answered by a cache. */
  readonly usage: Usage;
  readonly coercions: readonly Coercion[];
  /** Wall time. */
  readonly milliseconds: number;
}
