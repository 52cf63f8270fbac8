/** What a {@link FakeServer} does with one request. Made by the functions of `respond`. */
export type FakeResponse = CompletionResponse | PiecesResponse | RawResponse | BrokenResponse;

/** What is sent one after the other, each at once when it comes. An async generator of a test holds the next one back. */
export type Pieces<T> = Iterable<T> | AsyncIterable<T>;

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
  /** The model will not: the text stands in the member `refusal`, and there is no content. */
  readonly refusal?: boolean;
}

/** A chat completion whose text comes in these pieces, one chunk of the stream each. Joined where no stream is asked for. */
export interface PiecesResponse {
  readonly kind: 'pieces';
  readonly pieces: Pieces<string>;
}

/** Any status, headers and body. A body of several pieces goes out in as many writes. */
export interface RawResponse {
  readonly kind: 'raw';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Pieces<string | Uint8Array>;
}

/**
 * No whole answer. `refuse`: the socket closes before a byte. `cut`: it closes in the middle of the body.
 * `stall`: the headers and half of the body come, then nothing. `hang`: nothing ever comes.
 */
export interface BrokenResponse {
  readonly kind: 'broken';
  readonly how: 'refuse' | 'cut' | 'stall' | 'hang';
}
