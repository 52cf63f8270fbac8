import path from 'node:path';
import { readTunedFile, serializeTunedFile } from '@sigil/codegen';
import { writeAtomically } from './atomic-write.js';
import { mergeTuned, type AcceptedState } from './merge-tuned.js';

/**
 * Writes an accepted state into a tuned file, beside the variants of other models.
 *
 * @param root absolute
 * @param file relative to the root
 * @returns models whose variants were left out
 * @throws TunedFileError when the file is nonsense; it is left as it is
 */
export async function writeTuned(
  root: string,
  file: string,
  accepted: AcceptedState,
): Promise<readonly string[]> {
  const { tuned, dropped } = mergeTuned(await readTunedFile(path.join(root, file), file), accepted);
  writeAtomically(path.join(root, file), serializeTunedFile(tuned));
  return dropped;
}
