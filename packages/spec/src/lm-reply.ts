/** Why the model stopped. Only `stop` is a whole reply. */
export type FinishReason = 'stop' | 'length' | 'content-filter' | 'other';

/** Token counts as the model reported them. */
export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** What a model answered. */
export interface LMReply {
  readonly text: string;
  readonly finishReason: FinishReason;
  /** Absent where the service does not say. */
  readonly usage?: Usage;
  /** The model that answered, which may be more exact than the one asked for. */
  readonly model: string;
  /** Set when the reply came from a cache and nothing was paid. */
  readonly cached?: true;
}
