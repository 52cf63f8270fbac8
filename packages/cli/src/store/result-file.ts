import { closeSync, openSync, readSync, statSync, type Stats } from 'node:fs';
import path from 'node:path';
import { UsageError } from '@sigil/spec';
import type { Terminal } from '../terminal/channel.js';
import { requireWritable, requireWritableDevice, writeAtomically, writeDevice } from './atomic-write.js';

/** A file that the results of a run go to. */
export interface ResultFile {
  /** @throws UsageError when it cannot be written */
  write(text: string): void;
}

/** A file that a run reads. */
export interface InputFile {
  /** Absolute. */
  readonly file: string;
  /** What it is to the run: `the dataset`. */
  readonly what: string;
}

/**
 * The file that `--out` names, looked at before anything is paid for. A file that holds anything but such results is
 * never written over. A link is followed; a device or a pipe is written to.
 *
 * @param given as the user named it
 * @param inputs files of the run
 * @throws UsageError for one that is not to be written, or cannot be
 */
export function resultFile(
  given: string,
  cwd: string,
  inputs: readonly InputFile[],
  terminal: Terminal,
): ResultFile {
  const file = path.resolve(cwd, given);
  const found = statOf(file);
  const refuse = (why: string, fix: string): UsageError =>
    new UsageError(`Cannot write the results to ${given}: ${why}. ${fix} Nothing was sent.`);
  if (found?.isDirectory() === true)
    throw refuse('it is a folder', `Name a file in it: ${path.join(given, 'rows.jsonl')}.`);
  const input = inputs.find((one) => isSame(found, statOf(one.file)));
  if (input !== undefined) throw refuse(`it is ${input.what} of this run`, 'Name another file.');
  // `/dev/stdout`, also where that is a file: what the run prints must not be replaced.
  if (isSame(found, statOf('/dev/stdout'))) return terminal.out;
  if (isSame(found, statOf('/dev/stderr'))) return terminal.err;
  if (found !== undefined && !found.isFile()) {
    requireWritableDevice(file);
    return { write: (text) => writeDevice(file, text) };
  }
  if (found !== undefined && found.size > 0 && !holdsResults(file)) {
    throw refuse(
      'it is there, and holds no results of an earlier --out',
      'Name another file, or remove it first.',
    );
  }
  requireWritable(file);
  return { write: (text) => writeAtomically(file, text) };
}

/** How each line of such a file begins. */
const resultLine = /^\{"row":\d+,"outcome":"[a-z-]+","score":/u;

function holdsResults(file: string): boolean {
  const start = Buffer.alloc(100);
  const handle = openSync(file, 'r');
  try {
    return resultLine.test(start.toString('utf8', 0, readSync(handle, start)));
  } finally {
    closeSync(handle);
  }
}

/** Undefined where nothing is. */
function statOf(file: string): Stats | undefined {
  return statSync(file, { throwIfNoEntry: false });
}

function isSame(one: Stats | undefined, other: Stats | undefined): boolean {
  return one !== undefined && one.dev === other?.dev && one.ino === other.ino;
}
