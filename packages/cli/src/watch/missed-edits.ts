import { statSync } from 'node:fs';

/** Clocks of file systems are a little behind, in milliseconds. */
const BEHIND = 20;

/**
 * Files and folders that changed without an event: watchers lose some, in the moment when they begin to listen, in
 * bursts, and on drives of a network.
 */
export class MissedEdits {
  readonly #seen = new Map<string, number>();

  /**
   * @param paths absolute
   * @param since when they were last read, in milliseconds since 1970
   */
  find(paths: Iterable<string>, since: number): readonly string[] {
    const edited: string[] = [];
    for (const path of paths) {
      // Where it is gone, an event told so.
      const at = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
      if (at === undefined || at < since - BEHIND || this.#seen.get(path) === at) continue;
      this.#seen.set(path, at);
      edited.push(path);
    }
    return edited;
  }
}
