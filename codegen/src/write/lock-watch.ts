import { readFile, stat } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { isCode } from './is-code.js';

/** A lock as it was found. */
export interface SeenLock {
  readonly text: string;
  readonly touchedAt: number;
}

/** Tells how long a lock has not been touched, as far as this process saw. */
export class LockWatch {
  #seen: SeenLock | undefined;
  #since = 0;

  /** @returns milliseconds */
  unchangedFor(seen: SeenLock): number {
    const now = performance.now();
    if (this.#seen?.text !== seen.text || this.#seen.touchedAt !== seen.touchedAt) {
      this.#seen = seen;
      this.#since = now;
    }
    return now - this.#since;
  }
}

/** @returns undefined where there is none */
export async function lookAt(path: string): Promise<SeenLock | undefined> {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
    return { text, touchedAt: mtimeMs };
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
