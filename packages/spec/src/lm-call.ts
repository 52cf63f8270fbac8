import type { JsonObject } from './json.js';
import type { Message } from './message.js';

/** How a model should answer. An absent setting is the model's own default. */
export interface CallSettings {
  /** 0 is greedy. */
  readonly temperature?: number;
  /** In tokens of the model. */
  readonly maxOutputTokens?: number;
  readonly seed?: number;
  /** The reply ends before the first of these. */
  readonly stopSequences?: readonly string[];
}

/** One request to a model. */
export interface LMCall {
  readonly messages: readonly Message[];
  readonly settings?: CallSettings;
  /**
   * 0 unless a fresh reply to the same request is wanted: part of the cache key, never sent.
   */
  readonly rollout?: number;
  readonly signal?: AbortSignal;
}

/** What would be sent: the whole request, without secrets. The cache key and `render` come from it. */
export interface PreparedCall {
  /** URL of the service, or `llama:` and the hash of the weights. */
  readonly endpoint: string;
  readonly body: JsonObject;
}
