import { accessSync, constants, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '@sigil/spec';

/**
 * Writes a file so that a reader, or a kill, sees the old content or the new, never a part.
 *
 * @throws UsageError when it cannot be written: the disk is full, say
 */
export function writeAtomically(file: string, content: string): void {
  // Beside the file: a rename is only atomic within one file system.
  const draft = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, content);
    renameSync(draft, file);
  } catch (cause) {
    rmSync(draft, { force: true });
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(
      `Cannot write ${file} (${reason}). It is as it was. Run the command again: replies are kept.`,
      { cause },
    );
  }
}

/**
 * Makes sure that a file could be written, before anything is paid for.
 *
 * @throws UsageError when not
 */
export function requireWritable(file: string): void {
  try {
    accessSync(path.dirname(file), constants.W_OK);
    if (existsSync(file)) accessSync(file, constants.W_OK);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`Cannot write ${file} (${reason}). Make it writable. Nothing was sent.`, { cause });
  }
}
