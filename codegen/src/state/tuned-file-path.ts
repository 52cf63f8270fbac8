import { resolve } from 'node:path';
import { signatureId, stem } from '../sources/source-paths.js';
import { readTunedFile } from './read-tuned-file.js';

/** The two places where the tuned state of a class can be: the file of its source, or one of its own. */
export function tunedFileNames(
  source: string,
  className: string,
): readonly [ofSource: string, ofClass: string] {
  return [`${stem(source)}.opt.json`, `${stem(source)}.${className}.opt.json`];
}

/**
 * Where the tuned state of a class is, or belongs: `src/ticket.opt.json`, unless that file names another class; then,
 * or when it is there already, `src/ticket.Ticket.opt.json`.
 *
 * @param root absolute project root
 * @param source relative to the root
 * @returns relative to the root
 * @throws TunedFileError when the source's file is not one
 */
export async function tunedFilePath(root: string, source: string, className: string): Promise<string> {
  const [ofSource, ofClass] = tunedFileNames(source, className);
  if ((await readTunedFile(resolve(root, ofClass), ofClass)) !== undefined) return ofClass;
  const file = await readTunedFile(resolve(root, ofSource), ofSource);
  return file === undefined || file.program === signatureId(source, className) ? ofSource : ofClass;
}
