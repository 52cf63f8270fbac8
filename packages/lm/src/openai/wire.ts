import {
  AbortedError,
  ConnectionError,
  InvalidResponseError,
  type LMReply,
  type StreamPart,
} from '@sigil/spec';
import { OpenAI } from 'openai';
import { breaksOff } from './breaks-off.js';
import type { ChatBody } from './chat-body.js';
import { readCompletion } from './completion.js';
import { withoutSecrets, type Credentials } from './credentials.js';
import { startDeadline, type Deadline } from './deadline.js';
import { eventData } from './event-data.js';
import { excerpt, isObject, objectIn, readable } from '../json.js';
import { Refusal, refusalError } from './refusal.js';
import { StreamedReply } from './streamed-reply.js';

/** Whom to ask, and for how long. */
export interface WireOptions {
  readonly model: string;
  readonly baseURL: string;
  readonly endpoint: string;
  readonly credentials: Credentials;
  readonly timeoutMs: number;
}

/**
 * Sends chat completions with the `openai` client. The only file that loads that package (65 ms), and is itself loaded
 * with the first request.
 */
export class Wire {
  readonly #options: WireOptions;
  readonly #client: OpenAI;

  constructor(options: WireOptions) {
    this.#options = options;
    const { apiKey, headers } = options.credentials;
    this.#client = new OpenAI({
      baseURL: options.baseURL,
      // The client wants some key; without one no header is sent.
      apiKey: apiKey ?? 'none',
      adminAPIKey: null,
      defaultHeaders: apiKey === undefined ? { Authorization: null, ...headers } : headers,
      maxRetries: 0,
      timeout: options.timeoutMs,
      logLevel: 'off',
      fetch: fetchOrRefuse,
    });
  }

  /** One reply to one request. */
  async complete(body: ChatBody, signal: AbortSignal | undefined): Promise<LMReply> {
    const deadline = startDeadline(this.#options.timeoutMs, signal);
    try {
      const response = await this.#client.chat.completions
        .create(body, { signal: deadline.signal })
        .asResponse();
      return this.#replyIn(await response.text());
    } catch (error) {
      throw this.#errorFor(error, deadline);
    } finally {
      deadline.clear();
    }
  }

  /** The same request, answered part by part. */
  async *stream(body: ChatBody, signal: AbortSignal | undefined): AsyncGenerator<StreamPart> {
    const deadline = startDeadline(this.#options.timeoutMs, signal);
    try {
      const streamed = { ...body, stream: true, stream_options: { include_usage: true } } as const;
      const response = await this.#client.chat.completions
        .create(streamed, { signal: deadline.signal })
        .asResponse();
      if (!response.headers.get('content-type')?.includes('text/event-stream')) {
        // Some servers do not stream and answer as if they had not been asked to; anything else is no reply.
        const reply = this.#replyIn(await response.text());
        if (reply.text !== '') yield { kind: 'text', text: reply.text };
        yield { kind: 'end', reply };
        return;
      }
      yield* this.#partsOf(response, deadline);
    } catch (error) {
      throw this.#errorFor(error, deadline);
    } finally {
      deadline.clear();
    }
  }

  async *#partsOf(response: Response, deadline: Deadline): AsyncGenerator<StreamPart> {
    const reply = new StreamedReply(this.#options.model);
    let isDone = false;
    for await (const data of response.body === null ? [] : eventData(response.body)) {
      // What has come already would be given to a caller who has left.
      deadline.signal.throwIfAborted();
      // Read on, so that the connection can be used again.
      isDone ||= data.startsWith('[DONE]');
      if (isDone) continue;
      const event: unknown = JSON.parse(data);
      if (isObject(event) && isGiven(event.error)) throw refusalOf(event.error);
      if (!isObject(event)) throw this.#noReply(`a stream of ${typeof event} values`);
      const text = reply.add(event);
      if (text !== '') yield { kind: 'text', text };
    }
    const whole = reply.end();
    if (whole === 'empty') throw this.#noReply('an empty stream');
    if (whole === 'unfinished') throw this.#lost('the stream ended before the reply did');
    yield { kind: 'end', reply: whole };
  }

  #replyIn(text: string): LMReply {
    if (text.trim() === '') throw this.#noReply('an empty body');
    const json = objectIn(text);
    if (json === undefined) {
      if (breaksOff(text))
        throw this.#lost(`the body broke off after ${new TextEncoder().encode(text).length} bytes`);
      throw this.#noReply(formOf(text), text);
    }
    const reply = readCompletion(json, this.#options.model);
    if (reply !== undefined) return reply;
    // Some routers pass on the refusal of the service behind them with status 200.
    const status = isObject(json.error) ? json.error.code : undefined;
    if (isFailure(status)) throw new Refusal(status, new Headers(), text);
    throw this.#noReply('JSON of another shape', text);
  }

  #errorFor(error: unknown, deadline: Deadline): unknown {
    const { model, endpoint, timeoutMs } = this.#options;
    if (deadline.expired)
      return this.#lost(`no whole reply within ${timeoutMs / 1000} s, which is timeoutMs`);
    if (deadline.signal.aborted) return new AbortedError({ model, endpoint });
    const refusal = refusalIn(error);
    if (refusal !== undefined) {
      const clean = (text: string): string => this.#clean(text);
      const { key } = this.#options.credentials;
      return refusalError(refusal, { model, endpoint, key, clean, now: Date.now() });
    }
    // The reader of events gives a last one that was cut off to the parser.
    if (error instanceof SyntaxError && /end of JSON input|Unterminated/u.test(error.message))
      return this.#lost('the stream broke off in the middle of an event');
    if (error instanceof SyntaxError) return this.#noReply('events that are no JSON');
    if (error instanceof OpenAI.APIConnectionError || isFetchError(error)) return this.#lost(reasonOf(error));
    return error;
  }

  #noReply(what: string, text = ''): InvalidResponseError {
    const { model, endpoint } = this.#options;
    const said = this.#clean(excerpt(readable(text)));
    const found = said === '' ? what : `${what} (${said})`;
    return new InvalidResponseError(found, { model, endpoint });
  }

  #lost(why: string): ConnectionError {
    const { model, endpoint } = this.#options;
    return new ConnectionError(this.#clean(why), { model, endpoint });
  }

  #clean(text: string): string {
    return withoutSecrets(text, this.#options.credentials);
  }
}

/** Keeps the whole body of a refusal, of which the client would keep `error` only. It comes back as the cause of its error. */
async function fetchOrRefuse(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init);
  if (response.ok) return response;
  throw new Refusal(response.status, response.headers, await response.text());
}

/** The refusal behind an error. */
function refusalIn(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  return error instanceof OpenAI.APIConnectionError ? refusalIn(error.cause) : undefined;
}

/** An error in the middle of a stream. It has the status of a server error unless it says more. */
function refusalOf(error: unknown): Refusal {
  const status = isObject(error) ? error.code : undefined;
  return new Refusal(isFailure(status) ? status : 500, new Headers(), JSON.stringify({ error }));
}

function isGiven(error: unknown): boolean {
  return error !== undefined && error !== null && error !== false && error !== '';
}

/** What a body is that is no JSON object. */
function formOf(text: string): string {
  const start = text.trimStart();
  if (start.startsWith('<')) return 'a page';
  return /^(data|event|id):/.test(start) ? 'a stream of events, though none was asked for' : 'no JSON object';
}

function isFailure(status: unknown): status is number {
  return typeof status === 'number' && status >= 400 && status < 600;
}

/** What Node's `fetch` throws for a socket that failed; its other TypeErrors are defects. */
function isFetchError(error: unknown): error is TypeError {
  return error instanceof TypeError && error.cause !== undefined;
}

/** The innermost reason: `connect ECONNREFUSED 127.0.0.1:8000` rather than `fetch failed`. */
function reasonOf(error: Error): string {
  if (error.cause instanceof Error) return reasonOf(error.cause);
  if (error.message !== '') return error.message;
  return 'code' in error ? String(error.code) : error.name;
}
