import type { RunEvent } from '@sigil/spec';

/**
 * The events of a run for any number of readers, each at its own pace. A reader that is slow, or comes late, sees of the
 * partials of a predictor that stand in a row only the newest: each has all that was shown before.
 */
export class EventFeed {
  readonly #history: RunEvent[] = [];
  readonly #readers = new Set<Reader>();
  #ended: { readonly error?: unknown } | undefined;

  /** How many are reading. */
  get readers(): number {
    return this.#readers.size;
  }

  push(event: RunEvent): void {
    append(this.#history, event);
    for (const reader of this.#readers) {
      append(reader.waiting, event);
      reader.wake();
    }
  }

  /** @param ended with the error that every reader throws behind the last event */
  end(ended: { readonly error?: unknown } = {}): void {
    this.#ended = ended;
    for (const reader of this.#readers) reader.wake();
  }

  /**
   * The events from the first one on.
   *
   * @param onLeave called when the reader goes before the end
   * @param left fires when the reader goes, also while it waits
   */
  async *read(onLeave: () => void, left: AbortSignal): AsyncGenerator<RunEvent, void, undefined> {
    const reader: Reader = { waiting: [...this.#history], wake: () => undefined };
    this.#readers.add(reader);
    left.addEventListener('abort', () => reader.wake(), { once: true });
    try {
      while (!left.aborted) {
        for (let event = reader.waiting.shift(); event !== undefined; event = reader.waiting.shift())
          yield event;
        if (this.#ended !== undefined) break;
        // oxlint-disable-next-line no-await-in-loop -- it waits for the next event
        await new Promise<void>((resolve) => {
          reader.wake = resolve;
        });
      }
    } finally {
      this.#readers.delete(reader);
      if (this.#ended === undefined) onLeave();
    }
    if (this.#ended !== undefined && 'error' in this.#ended) throw this.#ended.error;
  }
}

interface Reader {
  readonly waiting: RunEvent[];
  wake: () => void;
}

/** Puts a partial in the place of the one before it, where nothing else of its call came between the two. */
function append(events: RunEvent[], event: RunEvent): void {
  const at = event.kind === 'partial' ? events.findLastIndex(({ call }) => call === event.call) : -1;
  if (at >= 0 && events[at]?.kind === 'partial') events[at] = event;
  else events.push(event);
}
