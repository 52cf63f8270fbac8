import { UsageError } from '@sigil/spec';
import { rename, rm, writeFile } from 'node:fs/promises';

/** A file and what is to be in it. */
export interface FileContent {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

/**
 * Writes files so that a reader meets the old text or the new one, never half of it: all texts go to files beside their
 * targets first, then each takes its place. When one cannot be written (disk full), nothing has changed.
 *
 * @throws UsageError when one cannot be written
 */
export async function writeFiles(files: readonly FileContent[]): Promise<void> {
  const waiting = files.map((file) => ({ ...file, draft: `${file.path}.${process.pid}.tmp` }));
  try {
    await Promise.all(waiting.map(({ draft, text }) => writeFile(draft, text)));
    for (const { draft, path } of waiting) await rename(draft, path);
  } catch (error) {
    await Promise.allSettled(waiting.map(({ draft }) => rm(draft, { force: true })));
    throw cannotWrite(error);
  }
}

function cannotWrite(cause: unknown): unknown {
  if (!(cause instanceof Error && 'code' in cause)) return cause;
  return new UsageError(
    `Cannot write generated files (${cause.message}). Make the folder writable, or free some space there, then run the command again.`,
    { cause },
  );
}
