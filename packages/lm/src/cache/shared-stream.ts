import type { StreamPart } from '@sigil/spec';

/**
 * One stream for many readers: it is opened once, each reader gets all of its parts, and it is stopped when the last
 * reader has left. It runs ahead of slow readers, which costs no more than the text of one reply.
 */
export class SharedStream {
  readonly #stop = new AbortController();
  readonly #parts: StreamPart[] = [];
  #over: { readonly error?: unknown } | undefined;
  #readers = 0;
  #news = announcement();

  /**
   * @param open starts the stream; the signal fires when nobody reads any more
   * @param onOver called once, when no reader should join any more
   */
  constructor(
    open: (signal: AbortSignal) => AsyncIterable<StreamPart>,
    private readonly onOver: () => void,
  ) {
    void this.#run(open);
  }

  /** @throws what the stream throws, or the signal's reason */
  async *read(signal: AbortSignal | undefined): AsyncGenerator<StreamPart> {
    this.#readers++;
    const left = announcement();
    signal?.addEventListener('abort', left.tell);
    try {
      for (let at = 0; ;) {
        signal?.throwIfAborted();
        const part = this.#parts[at];
        if (part !== undefined) {
          at++;
          yield part;
        } else if (this.#over === undefined) {
          await Promise.race([this.#news.heard, left.heard]);
        } else if ('error' in this.#over) {
          throw this.#over.error;
        } else {
          return;
        }
      }
    } finally {
      signal?.removeEventListener('abort', left.tell);
      this.#readers--;
      if (this.#readers === 0 && this.#over === undefined) {
        this.#finish({});
        this.#stop.abort();
      }
    }
  }

  async #run(open: (signal: AbortSignal) => AsyncIterable<StreamPart>): Promise<void> {
    try {
      for await (const part of open(this.#stop.signal)) {
        this.#parts.push(part);
        if (part.kind === 'end') break;
        this.#announce();
      }
      this.#finish({});
    } catch (error) {
      this.#finish({ error });
    }
  }

  #finish(over: { readonly error?: unknown }): void {
    if (this.#over !== undefined) return;
    this.#over = over;
    this.onOver();
    this.#announce();
  }

  #announce(): void {
    const { tell } = this.#news;
    this.#news = announcement();
    tell();
  }
}

/** A promise that somebody else settles. */
function announcement(): { readonly heard: Promise<void>; readonly tell: () => void } {
  let tell: (() => void) | undefined;
  const heard = new Promise<void>((resolve) => {
    tell = resolve;
  });
  return { heard, tell: () => tell?.() };
}
