import { accessSync, constants, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { UsageError } from '@sigil/spec';

/**
 * Writes a file so that a reader, or a kill, sees the old content or the new, never a part.
 *
 * @throws UsageError when it cannot be written: the disk is full, say
 */
export function writeAtomically(file: string, content: string): void {
  const draft = draftOf(file);
  try {
    writeFileSync(draft, content);
    renameSync(draft, file);
  } catch (cause) {
    rmSync(draft, { force: true });
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(
      `Cannot write ${file} (${reason}). It is as it was. Free some space there, then run the command again.`,
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
  const draft = draftOf(file);
  try {
    if (existsSync(file)) accessSync(file, constants.W_OK);
    // A mode says little: the user may be root, the file system read-only or one that takes no files.
    writeFileSync(draft, '');
    rmSync(draft);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`Cannot write ${file} (${reason}). Make it writable. Nothing was sent.`, { cause });
  }
}

/** Beside the file: a rename is only atomic within one file system. */
function draftOf(file: string): string {
  return `${file}.${process.pid}.tmp`;
}
