/**
 * Lets one caller in at a time, in the order in which they came.
 *
 * @example
 * ```ts
 * const leave = await turns.take(signal);
 * try {
 *   await work();
 * } finally {
 *   leave();
 * }
 * ```
 */
export class Turns {
  #busy = false;
  readonly #waiting: { readonly enter: () => void }[] = [];

  /**
   * Waits for the caller's turn.
   *
   * @returns ends the turn
   * @throws the signal's reason when it fires before the turn has come: the caller has then left the queue
   */
  async take(signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted();
    if (this.#busy) await this.#wait(signal);
    this.#busy = true;
    return () => this.#next();
  }

  #wait(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
        reject(signal?.reason);
      };
      const waiter = {
        enter: (): void => {
          signal?.removeEventListener('abort', leave);
          resolve();
        },
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.#waiting.push(waiter);
    });
  }

  #next(): void {
    const waiter = this.#waiting.shift();
    // Stays busy where somebody waits: a newcomer must not slip in before them.
    if (waiter === undefined) this.#busy = false;
    else waiter.enter();
  }
}
