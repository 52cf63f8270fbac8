import { sha256 } from '@sigil/hash';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ProjectFiles } from '../sources/list-files.js';

/** The hash of a file's bytes, or null when there is no such file. */
export function fileHash(path: string): string | null {
  try {
    return sha256(readFileSync(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

/** Hashes of files, each read once. */
export class FileHashes {
  readonly #hashes = new Map<string, string | null>();

  of(path: string): string | null {
    const known = this.#hashes.get(path);
    if (known !== undefined) return known;
    const hash = fileHash(path);
    this.#hashes.set(path, hash);
    return hash;
  }
}

/** Absolute paths of everything that the patterns of a project match. */
export function matchedPaths(root: string, files: ProjectFiles): readonly string[] {
  return [...files.sources, ...files.generated, ...files.tuned].map((path) => resolve(root, path));
}
