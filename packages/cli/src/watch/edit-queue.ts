import { readdirSync, readFileSync, statSync } from 'node:fs';
import { sha256 } from '@sigil/hash';

/** chokidar passes over a second change of a file within 50 ms: what changed is looked at again, in milliseconds. */
const DEAF = 100;

/** Collects what may have been edited, and hands on what was: one batch after the other, never two at a time. */
export class EditQueue {
  readonly #onEdits: (paths: readonly string[]) => Promise<void>;
  readonly #contents = new Map<string, string | undefined>();
  readonly #changed = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  /** @param onEdits is given files, and folders in which files came or went */
  constructor(onEdits: (paths: readonly string[]) => Promise<void>) {
    this.#onEdits = onEdits;
  }

  /** Looks at files and folders when nothing else has come for so long, in milliseconds. */
  look(paths: readonly string[], quiet: number): void {
    for (const path of paths) this.#changed.add(path);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.after(() => this.#settle()), quiet);
  }

  /** Looks at a file whatever it was the last time: what this process wrote since is not known here. */
  lookAnew(path: string, quiet: number): void {
    this.#contents.delete(path);
    this.look([path], quiet);
  }

  /** Does something between two batches. */
  after(work: () => Promise<void> | void): void {
    this.#running = this.#running.then(work);
  }

  /** Waits for the batch at work; nothing more is looked at. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#running;
  }

  async #settle(): Promise<void> {
    const paths = [...this.#changed];
    this.#changed.clear();
    const edited = paths.filter((path) => this.#isEdited(path));
    if (edited.length === 0) return;
    await this.#onEdits(edited);
    if (this.#changed.size === 0) this.look(edited, DEAF);
  }

  /** False where what is there is as it was the last time. */
  #isEdited(path: string): boolean {
    const content = contentOf(path);
    const isSame = this.#contents.has(path) && this.#contents.get(path) === content;
    this.#contents.set(path, content);
    return !isSame;
  }
}

/** Stands for the bytes of a file or the names in a folder; undefined where there is neither any more. */
function contentOf(path: string): string | undefined {
  try {
    return statSync(path).isDirectory()
      ? readdirSync(path).filter(isNotOurs).join('\n')
      : sha256(readFileSync(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

function isNotOurs(name: string): boolean {
  return !/\.gen\.[cm]?ts(?:\.|$)/u.test(name);
}
