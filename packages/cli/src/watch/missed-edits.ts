import { stat } from 'node:fs/promises';

/** Clocks of file systems are a little behind, in milliseconds. */
const BEHIND = 20;

/**
 * Files that were edited without an event: watchers lose some, in the moment when they begin to listen, in bursts, and on
 * drives of a network.
 */
export class MissedEdits {
  readonly #seen = new Map<string, number>();

  /**
   * @param files absolute paths
   * @param since when they were last read, in milliseconds since 1970
   */
  async find(files: Iterable<string>, since: number): Promise<readonly string[]> {
    const edited: string[] = [];
    for (const file of files) {
      const at = await editedAt(file);
      if (at === undefined || at < since - BEHIND || this.#seen.get(file) === at) continue;
      this.#seen.set(file, at);
      edited.push(file);
    }
    return edited;
  }
}

async function editedAt(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).mtimeMs;
  } catch (error) {
    // Where it is gone, an event told so.
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
