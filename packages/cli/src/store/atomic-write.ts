import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { UsageError } from '@sigil/spec';

/**
 * Writes a file so that a reader, or a kill, sees the old content or the new, never a part. Of a link, the file that it
 * leads to is written.
 *
 * @throws UsageError when it cannot be written: the disk is full, say
 */
export function writeAtomically(file: string, content: string): void {
  const target = targetOf(file);
  const draft = draftOf(target);
  try {
    writeFileSync(draft, content);
    renameSync(draft, target);
  } catch (cause) {
    rmSync(draft, { force: true });
    throw new UsageError(
      `Cannot write ${file} (${reasonOf(cause)}). It is as it was. Free some space there, then run the command again.`,
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
  const draft = draftOf(targetOf(file));
  try {
    if (existsSync(file)) accessSync(file, constants.W_OK);
    // A mode says little: the user may be root, the file system read-only or one that takes no files.
    writeFileSync(draft, '');
    rmSync(draft);
  } catch (cause) {
    throw new UsageError(`Cannot write ${file} (${reasonOf(cause)}). Make it writable. Nothing was sent.`, {
      cause,
    });
  }
}

/**
 * Writes to a device or a pipe, which nothing can take the place of.
 *
 * @throws UsageError when it takes no more
 */
export function writeDevice(file: string, content: string): void {
  try {
    writeFileSync(file, content);
  } catch (cause) {
    throw new UsageError(`Cannot write to ${file} (${reasonOf(cause)}). Name another file.`, { cause });
  }
}

/**
 * Makes sure that a device or a pipe could be written to.
 *
 * @throws UsageError when not
 */
export function requireWritableDevice(file: string): void {
  try {
    accessSync(file, constants.W_OK);
  } catch (cause) {
    throw new UsageError(
      `Cannot write to ${file} (${reasonOf(cause)}). Name another file. Nothing was sent.`,
      {
        cause,
      },
    );
  }
}

/** Where links lead, also a link to a file that is not there yet. */
function targetOf(file: string): string {
  if (existsSync(file)) return realpathSync(file);
  const isLink = lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  return isLink ? targetOf(path.resolve(path.dirname(file), readlinkSync(file))) : file;
}

/** Beside the file: a rename is only atomic within one file system. */
function draftOf(file: string): string {
  return `${file}.${process.pid}.tmp`;
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
