import type { FieldSpec, RunEvent } from '@sigil/spec';
import { EventFeed } from './event-feed.js';
import { eventStream } from './event-stream.js';
import { leavable } from './leavable.js';
import { readableOf } from './readable-of.js';

/** How a run is started whose events can be read. */
export interface RunStart<Result> {
  /**
   * @param onEvent to be told what happens
   * @param signal stops the run
   */
  run(onEvent: (event: RunEvent) => void, signal: AbortSignal): Promise<Result>;
  /** What a predictor gives, by which its values are written as JSON; `undefined` for the run as a whole. */
  fieldsOf(path: string | undefined): readonly FieldSpec[];
}

/**
 * A run that is read while it goes on. It starts at once, whether or not somebody reads. To leave a loop over it before
 * its end stops the run, unless its outputs were asked for or somebody else still reads.
 */
export abstract class RunStream<Item, Out, Result> implements AsyncIterable<Item> {
  readonly #feed = new EventFeed();
  readonly #stop = new AbortController();
  readonly #start: RunStart<Result>;
  readonly #result: Promise<Result>;
  #isWanted = false;

  constructor(start: RunStart<Result>) {
    this.#start = start;
    this.#result = start.run((event) => this.#feed.push(event), this.#stop.signal);
    this.#result.then(
      () => this.#feed.end(),
      (error: unknown) => this.#feed.end({ error }),
    );
  }

  /**
   * What `run` gives, when it is there.
   *
   * @throws what `run` throws
   */
  get outputs(): Promise<Out> {
    return this.result.then((result) => this.outputsOf(result));
  }

  /**
   * Everything that happens: partials, resets and the status of predictors, each with the path of its predictor. A
   * reader that comes late or is slow sees the newest partial in the place of older ones.
   */
  get events(): AsyncIterable<RunEvent> {
    return { [Symbol.asyncIterator]: () => leavable((left) => this.read(left)) };
  }

  /** The items of the stream, each with all that was shown before. Ends where the run ends, throws what it throws. */
  [Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    return leavable((left) => this.#items(left));
  }

  /** The items as a Web `ReadableStream`. To cancel it stops the run. */
  toReadableStream(): ReadableStream<Item> {
    return readableOf(this[Symbol.asyncIterator]());
  }

  /**
   * The run as server-sent events in UTF-8, for a response of the type `text/event-stream`: `partial`, `reset` and
   * `status` as they come, each with the `path` of its predictor, and at the end `outputs`, or `error` with the name and
   * the code of the error. Values are JSON: dates as ISO 8601, sets as lists, maps as objects.
   *
   * @example
   * ```ts
   * import { Predict } from 'sigil';
   * import { Ticket } from './ticket.js';
   *
   * export function GET(request: Request): Response {
   *   const message = new URL(request.url).searchParams.get('message') ?? '';
   *   const stream = new Predict(Ticket).stream({ message }, { signal: request.signal });
   *   return new Response(stream.toEventStream(), { headers: { 'content-type': 'text/event-stream' } });
   * }
   * ```
   */
  toEventStream(): ReadableStream<Uint8Array> {
    const outputs = async (): Promise<Out> => this.outputsOf(await this.#result);
    const fieldsOf = (path: string | undefined): readonly FieldSpec[] => this.#start.fieldsOf(path);
    return readableOf(leavable((left) => eventStream(this.read(left), outputs, fieldsOf, left)));
  }

  /** The outputs and what they took, where a caller wants both. */
  protected get result(): Promise<Result> {
    this.#isWanted = true;
    return this.#result;
  }

  protected abstract itemOf(event: RunEvent): Item | undefined;

  protected abstract outputsOf(result: Result): Out;

  /** @param left fires when the reader goes */
  protected read(left: AbortSignal): AsyncGenerator<RunEvent, void, undefined> {
    const stop = (): void => {
      if (!this.#isWanted && this.#feed.readers === 0) this.#stop.abort();
    };
    return this.#feed.read(stop, left);
  }

  async *#items(left: AbortSignal): AsyncGenerator<Item, void, undefined> {
    for await (const event of this.read(left)) {
      const item = this.itemOf(event);
      if (item !== undefined) yield item;
    }
  }
}
