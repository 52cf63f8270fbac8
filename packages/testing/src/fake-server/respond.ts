import type {
  BrokenResponse,
  CompletionResponse,
  Pieces,
  PiecesResponse,
  RawResponse,
} from './fake-response.js';

function completion(text: string, options: Partial<CompletionResponse> = {}): CompletionResponse {
  return { finishReason: 'stop', usage: true, ...options, kind: 'completion', text };
}

function failure(status: number, message: string, headers: Record<string, string> = {}): RawResponse {
  const body = JSON.stringify({ error: { message, type: 'error', param: null, code: null } });
  return { kind: 'raw', status, headers: { 'content-type': 'application/json', ...headers }, body };
}

/**
 * The answers a service may give, good and bad.
 *
 * @example
 * ```ts
 * const server = await FakeServer.start([respond.tooManyRequests({ seconds: 2 }), respond.text('team: billing')]);
 * ```
 */
export const respond = {
  /** A whole reply. */
  text: (text: string, options: { model?: string } = {}): CompletionResponse => completion(text, options),
  /** A reply that hit its token limit. */
  cutOff: (text: string): CompletionResponse => completion(text, { finishReason: 'length' }),
  /** A reply that the content filter stopped. */
  filtered: (text = ''): CompletionResponse => completion(text, { finishReason: 'content_filter' }),
  /** The model refuses to answer, as OpenAI's do where a reply has to follow a schema. */
  refusal: (text: string): CompletionResponse => completion(text, { refusal: true }),
  /** A reply that comes in these pieces: `respond.pieces(['team: ', 'billing'])`, or what a generator gives. */
  pieces: (pieces: Pieces<string>): PiecesResponse => ({ kind: 'pieces', pieces }),
  /** A whole reply of no characters. */
  emptyText: (): CompletionResponse => completion(''),
  /** A whole reply that does not say what it used. */
  withoutUsage: (text: string): CompletionResponse => completion(text, { usage: false }),

  /** 401. The real service repeats part of the key in its message, and so does this one. */
  unauthorized: (): RawResponse => failure(401, 'Incorrect API key provided: sk-fa**********key.'),
  /** 403. */
  forbidden: (): RawResponse => failure(403, 'This key may not use the model.'),
  /** 400, 404 and the like. */
  badRequest: (message = "Unsupported parameter: 'seed'.", status = 400): RawResponse =>
    failure(status, message),
  /** 429, asking to wait for seconds (`retry-after: 2`), milliseconds (`retry-after-ms`), or until a date. */
  tooManyRequests: (wait: { seconds?: number; milliseconds?: number; until?: Date } = {}): RawResponse => {
    const headers: Record<string, string> = {};
    if (wait.milliseconds !== undefined) headers['retry-after-ms'] = String(wait.milliseconds);
    if (wait.seconds !== undefined) headers['retry-after'] = String(wait.seconds);
    if (wait.until !== undefined) headers['retry-after'] = wait.until.toUTCString();
    return failure(429, 'Rate limit reached.', headers);
  },
  /** 500, 503 and the like. */
  serverError: (status = 500, headers: Record<string, string> = {}): RawResponse =>
    failure(status, 'The server had an error.', headers),

  /** A page where a reply should be, with status 200: a proxy, a login page, a wrong address. */
  html: (status = 200): RawResponse => ({
    kind: 'raw',
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: '<!doctype html><html><head><title>Sign in</title></head><body>Please sign in.</body></html>',
  }),
  /** Status 200 and not a byte. */
  emptyBody: (): RawResponse => ({
    kind: 'raw',
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: '',
  }),
  /** JSON with status 200 that is no chat completion. */
  json: (value: unknown, status = 200): RawResponse => ({
    kind: 'raw',
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  }),
  /** Anything at all, also bytes in pieces: half a character, half an event. */
  raw: (
    status: number,
    headers: Readonly<Record<string, string>>,
    body: RawResponse['body'],
  ): RawResponse => ({
    kind: 'raw',
    status,
    headers,
    body,
  }),

  /** The socket closes before a byte. */
  refused: (): BrokenResponse => ({ kind: 'broken', how: 'refuse' }),
  /** The socket closes in the middle of the body. */
  closedMidReply: (): BrokenResponse => ({ kind: 'broken', how: 'cut' }),
  /** Headers and half of the body, then nothing. */
  stalled: (): BrokenResponse => ({ kind: 'broken', how: 'stall' }),
  /** Nothing, ever. */
  never: (): BrokenResponse => ({ kind: 'broken', how: 'hang' }),
};
