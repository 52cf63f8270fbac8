import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { respond } from './respond.js';
import type { FakeResponse } from './fake-response.js';
import { writeResponse } from './write-response.js';

/** One request as it came. */
export interface FakeRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** By name in lower case. One that came several times is a list where HTTP does not join it. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The body as received. */
  readonly text: string;
  /** The body read as JSON; `{}` where it is not a JSON object. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The content of the last message; `''` where there is none. */
  readonly lastMessage: string;
}

/**
 * What a {@link FakeServer} answers: responses that are used in order, or a function of the request and its number
 * (from 0). A string is the text of a whole reply. A request after the last response, and a function that throws, are
 * answered with status 418 and the reason.
 */
export type FakeServerScript =
  | readonly (string | FakeResponse)[]
  | ((request: FakeRequest, n: number) => string | FakeResponse | Promise<string | FakeResponse>);

/** How a {@link FakeServer} behaves. */
export interface FakeServerOptions {
  /** Time from a request to its response, in milliseconds. 0 unless given. */
  readonly delay?: number;
}

/**
 * A real HTTP server on 127.0.0.1 that speaks the chat completions of OpenAI, from a script. It keeps what it was sent.
 *
 * @example
 * ```ts
 * const server = await FakeServer.start([respond.serverError(503), 'team: billing']);
 * const lm = openai('some-model', { baseURL: server.baseURL, apiKey: 'any' });
 * // ...
 * await server.close();
 * ```
 */
export class FakeServer {
  readonly #server: Server;
  readonly #script: FakeServerScript;
  readonly #delay: number;
  readonly #requests: FakeRequest[] = [];
  #arrived = 0;
  #running = 0;
  #maxRunning = 0;
  #abandoned = 0;

  private constructor(script: FakeServerScript, options: FakeServerOptions) {
    this.#script = script;
    this.#delay = options.delay ?? 0;
    this.#server = createServer((incoming, out) => {
      this.#answer(incoming, out).catch((error: unknown) => {
        // A script that throws is a defect of the test: say it where the client shows it.
        if (out.headersSent) out.destroy();
        else void writeResponse(respond.badRequest(`FakeServer: ${String(error)}`, 418), plain, out);
      });
    });
  }

  /** Listens on a free port. */
  static async start(script: FakeServerScript, options: FakeServerOptions = {}): Promise<FakeServer> {
    const server = new FakeServer(script, options);
    await new Promise<void>((resolve, reject) => {
      server.#server.once('error', reject);
      server.#server.listen(0, '127.0.0.1', resolve);
    });
    return server;
  }

  /** `http://127.0.0.1:PORT`. */
  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('FakeServer is closed.');
    return `http://127.0.0.1:${address.port}`;
  }

  /** What a client takes as its base URL: {@link url} and `/v1`. */
  get baseURL(): string {
    return `${this.url}/v1`;
  }

  /** Every request so far, in the order in which they were read. */
  get requests(): readonly FakeRequest[] {
    return this.#requests;
  }

  /** The largest number of requests that were open at the same time. */
  get maxConcurrency(): number {
    return this.#maxRunning;
  }

  /** Requests whose client closed the connection before it had the whole response. */
  get abandoned(): number {
    return this.#abandoned;
  }

  /** Stops, closing what is still open. */
  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #answer(incoming: IncomingMessage, out: ServerResponse): Promise<void> {
    const n = this.#arrived++;
    this.#maxRunning = Math.max(this.#maxRunning, ++this.#running);
    let broken = false;
    out.once('close', () => {
      this.#running--;
      if (!out.writableFinished && !broken) this.#abandoned++;
    });
    const request = readRequest(incoming, await readText(incoming));
    this.#requests.push(request);
    if (this.#delay > 0) await sleep(this.#delay);
    const response = await this.#response(request, n);
    const form = {
      model: typeof request.body.model === 'string' ? request.body.model : 'fake',
      stream: request.body.stream === true,
      streamUsage:
        isObject(request.body.stream_options) && request.body.stream_options.include_usage === true,
      bytes: Buffer.byteLength(request.text),
    };
    // Only these two close the connection themselves.
    broken = typeof response === 'object' && response.kind === 'broken' && /cut|refuse/.test(response.how);
    await writeResponse(typeof response === 'string' ? respond.text(response) : response, form, out);
  }

  async #response(request: FakeRequest, n: number): Promise<string | FakeResponse> {
    if (typeof this.#script === 'function') return this.#script(request, n);
    const response = this.#script[n];
    if (response !== undefined) return response;
    throw new Error(`no response left, this is request ${n + 1} and the script has ${this.#script.length}.`);
  }
}

const plain = { model: 'fake', stream: false, streamUsage: false, bytes: 0 };

function readRequest(incoming: IncomingMessage, text: string): FakeRequest {
  const body = readObject(text);
  const last: unknown = Array.isArray(body.messages) ? body.messages.at(-1) : undefined;
  return {
    method: incoming.method ?? '',
    path: incoming.url ?? '',
    headers: incoming.headers,
    text,
    body,
    lastMessage: isObject(last) && typeof last.content === 'string' ? last.content : '',
  };
}

function readObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
