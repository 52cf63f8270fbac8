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
  readonly #waiting: (() => void)[] = [];

  /**
   * Waits for the caller's turn.
   *
   * @returns ends the turn
   * @throws the signal's reason when it fires before the turn has come: the caller has then left the queue
   */
  async take(signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted();
    if (this.#busy && !(await this.#wait(signal))) signal?.throwIfAborted();
    this.#busy = true;
    return () => this.#next();
  }

  /** @returns false where the signal fired first */
  #wait(signal: AbortSignal | undefined): Promise<boolean> {
    return new Promise((resolve) => {
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1);
        resolve(false);
      };
      const enter = (): void => {
        signal?.removeEventListener('abort', leave);
        resolve(true);
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.#waiting.push(enter);
    });
  }

  #next(): void {
    const enter = this.#waiting.shift();
    // Stays busy where somebody waits: a newcomer must not slip in before them.
    if (enter === undefined) this.#busy = false;
    else enter();
  }
}
