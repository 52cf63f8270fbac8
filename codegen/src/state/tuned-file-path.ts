import { UsageError } from '@sigil/spec';
import { resolve } from 'node:path';
import { signatureId, tunedFileNames } from '../sources/source-paths.js';
import { readTunedFile } from './read-tuned-file.js';

/**
 * Where the tuned state of a class is, or belongs: `src/ticket.opt.json`, unless that file names another class; then,
 * or when its state is there already, `src/ticket.Ticket.opt.json`.
 *
 * @param root absolute project root
 * @param source relative to the root
 * @returns relative to the root
 * @throws TunedFileError when one of the files is nonsense
 * @throws UsageError when both are of other classes: `ticket.mts` has the names of `ticket.ts`
 */
export async function tunedFilePath(root: string, source: string, className: string): Promise<string> {
  const [ofSource, ofClass] = tunedFileNames(source, className);
  const id = signatureId(source, className);
  const own = (await readTunedFile(resolve(root, ofClass), ofClass))?.program;
  if (own === id) return ofClass;
  const shared = (await readTunedFile(resolve(root, ofSource), ofSource))?.program;
  if (shared === undefined || shared === id) return ofSource;
  if (own === undefined) return ofClass;
  throw new UsageError(
    `Cannot keep tuned state of '${id}': ${ofSource} belongs to '${shared}' and ${ofClass} to '${own}'. Rename the class or its source.`,
  );
}
