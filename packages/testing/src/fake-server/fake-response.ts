/** What a {@link FakeServer} does with one request. Made by the functions of `respond`. */
export type FakeResponse = CompletionResponse | RawResponse | BrokenResponse;

/** A chat completion, as JSON or, when the request asks for it, as server-sent events. */
export interface CompletionResponse {
  readonly kind: 'completion';
  readonly text: string;
  /** As on the wire. */
  readonly finishReason: 'stop' | 'length' | 'content_filter' | 'tool_calls';
  /** Left out when false. A quarter of the characters, rounded up. */
  readonly usage: boolean;
  /** The model that answers; the one asked for unless given. */
  readonly model?: string;
}

/** Any status, headers and body. */
export interface RawResponse {
  readonly kind: 'raw';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * No whole answer. `refuse`: the socket closes before a byte. `cut`: it closes in the middle of the body.
 * `stall`: the headers and half of the body come, then nothing. `hang`: nothing ever comes.
 */
export interface BrokenResponse {
  readonly kind: 'broken';
  readonly how: 'refuse' | 'cut' | 'stall' | 'hang';
}
