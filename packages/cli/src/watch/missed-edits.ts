import { statSync, type Stats } from 'node:fs';

/** Clocks of file systems are a little behind, in milliseconds. */
const BEHIND = 20;

/**
 * Files and folders that changed without an event: watchers lose some, in the moment when they begin to listen, in
 * bursts, below folders that are removed and made again, in packages that are links, and on drives of a network.
 */
export class MissedEdits {
  readonly #seen = new Map<string, string>();

  /**
   * @param paths of what was read, absolute
   * @param awaited of what was looked for and not found, absolute
   * @param since when they were last read, in milliseconds since 1970
   */
  find(paths: Iterable<string>, awaited: Iterable<string>, since: number): readonly string[] {
    const edited: string[] = [];
    const look = (path: string, isNew: (changedAt: number) => boolean): void => {
      const before = this.#seen.get(path);
      const stats = statsOf(path);
      const now = stats === undefined ? '' : `${stats.ino} ${stats.size} ${stats.mtimeMs} ${stats.ctimeMs}`;
      this.#seen.set(path, now);
      const isEdited = before === undefined ? stats !== undefined && isNew(stats.ctimeMs) : before !== now;
      if (isEdited) edited.push(path);
    };
    for (const path of paths) look(path, (changedAt) => changedAt >= since - BEHIND);
    for (const path of awaited) look(path, () => true);
    return edited;
  }
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    // A file stands where a folder was looked for, or the folder cannot be read.
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
