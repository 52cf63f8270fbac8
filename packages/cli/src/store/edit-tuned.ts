import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseTunedFile, serializeTunedFile, type EditedTuned } from '@sigil/codegen';
import { UsageError, type TunedFile } from '@sigil/spec';
import { writeAtomically } from './atomic-write.js';

/** A tuned file as it was read. */
export interface ReadTuned {
  /** Relative to the project. */
  readonly file: string;
  readonly text: string;
  readonly tuned: TunedFile;
}

/** What becomes of a tuned file. */
export interface TunedEdit {
  readonly before: ReadTuned;
  /** Where it will be, relative to the project. */
  readonly file: string;
  readonly text: string;
  readonly changes: readonly string[];
}

/** @throws TunedFileError when it is nonsense; it is left as it is */
export function readTuned(root: string, file: string): ReadTuned {
  const text = readFileSync(path.join(root, file), 'utf8');
  return { file, text, tuned: parseTunedFile(text, file) };
}

/** What a file will be; its text stays as it is where its content does. */
export function tunedEdit(before: ReadTuned, { tuned, changes }: EditedTuned, file = before.file): TunedEdit {
  const isSame = serializeTunedFile(tuned) === serializeTunedFile(before.tuned);
  return { before, file, text: isSame ? before.text : serializeTunedFile(tuned), changes };
}

/**
 * Writes tuned files, each at once. A file that takes another place is at the new one before it leaves the old one: a
 * kill in between leaves both, and the same command ends it.
 *
 * @throws UsageError when a file cannot be written, or was changed since it was read
 */
export function writeTunedEdits(root: string, edits: readonly TunedEdit[]): void {
  for (const { before, file, text } of edits) {
    const [from, to] = [path.join(root, before.file), path.join(root, file)];
    if (!existsSync(from) || readFileSync(from, 'utf8') !== before.text) {
      throw new UsageError(`Cannot write ${before.file}: it was changed meanwhile. Run the command again.`);
    }
    writeAtomically(to, text);
    if (from !== to) rmSync(from);
  }
}
