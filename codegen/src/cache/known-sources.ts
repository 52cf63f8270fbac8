import type { AmbientFiles } from '../sources/ambient-files.js';
import { FileHashes } from './file-hash.js';
import type { SourceYield } from './source-yield.js';

/** What a source gave when it was read without a remark, and what that depends on. */
export interface KnownSource extends SourceYield {
  /**
   * Hashes of all files that decide it, its generated file and tuned files among them, by absolute path; `null` for one
   * that was not there.
   */
  readonly files: ReadonlyMap<string, string | null>;
  /** What it saw without importing it. */
  readonly ambient: AmbientFiles;
}

/** Known sources by path, relative to the root. */
export type KnownSources = ReadonlyMap<string, KnownSource>;

/** Those that would give the same if they were read again. */
export function unchangedSources(
  known: KnownSources,
  sources: readonly string[],
  hashes = new FileHashes(),
): KnownSources {
  const same = new Map<string, KnownSource>();
  for (const source of sources) {
    const found = known.get(source);
    if (found === undefined) continue;
    if ([...found.files].every(([path, hash]) => hashes.of(path) === hash)) same.set(source, found);
  }
  return same;
}
