/** A seat that a caller was given, until it leaves. */
export interface Turn<Seat> {
  readonly seat: Seat;
  /** Ends the turn. */
  readonly leave: () => void;
}

/**
 * Gives out a few seats, in the order in which callers came.
 *
 * @example
 * ```ts
 * const turns = new Turns(['left', 'right']);
 * const { seat, leave } = await turns.take();
 * try {
 *   console.log(seat); // -> left
 * } finally {
 *   leave();
 * }
 * ```
 */
export class Turns<Seat> {
  readonly #free: Seat[];
  readonly #waiting: ((seat: Seat) => void)[] = [];

  /** @param seats at least one */
  constructor(seats: readonly Seat[]) {
    this.#free = [...seats];
  }

  /**
   * Waits for the caller's turn.
   *
   * @param choose which of several free seats the caller would have; the first, unless given
   * @throws the signal's reason when it fires before the turn has come: the caller has then left the queue
   */
  async take(signal?: AbortSignal, choose?: (free: readonly Seat[]) => Seat): Promise<Turn<Seat>> {
    signal?.throwIfAborted();
    const chosen = this.#free.length > 1 ? choose?.(this.#free) : undefined;
    const at = chosen === undefined ? 0 : Math.max(0, this.#free.indexOf(chosen));
    const [seat] = this.#free.length > 0 ? this.#free.splice(at, 1) : [await this.#wait(signal)];
    if (seat === undefined) throw signal?.reason ?? new Error('There are no seats.');
    return { seat, leave: () => this.#next(seat) };
  }

  /** @returns undefined where the signal fired first */
  #wait(signal: AbortSignal | undefined): Promise<Seat | undefined> {
    return new Promise((resolve) => {
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1);
        resolve(undefined);
      };
      const enter = (seat: Seat): void => {
        signal?.removeEventListener('abort', leave);
        resolve(seat);
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.#waiting.push(enter);
    });
  }

  /** Hands the seat on where somebody waits: a newcomer must not slip in before them. */
  #next(seat: Seat): void {
    const enter = this.#waiting.shift();
    if (enter === undefined) this.#free.push(seat);
    else enter(seat);
  }
}
