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

/** The JSON that a reply has to be, for a model that keeps its replies to a schema. */
export interface ResponseFormat {
  /** Letters, digits, `_` and `-`, at most 64 of them. */
  readonly name: string;
  /** In the dialect of strict structured output; its properties are in the order in which they are to be written. */
  readonly schema: JsonObject;
}

/** One request to a model. */
export interface LMCall {
  readonly messages: readonly Message[];
  readonly settings?: CallSettings;
  /** Only for a model with the capability `jsonSchema`: others refuse the call. */
  readonly responseFormat?: ResponseFormat;
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
  /** What is sent beside the body, where the model is behind HTTP. A secret is `***`. Never part of a cache key. */
  readonly http?: { readonly method: 'POST'; readonly headers: Readonly<Record<string, string>> };
}
