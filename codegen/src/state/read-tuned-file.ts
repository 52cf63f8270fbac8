import type { TunedFile } from '@sigil/spec';
import { readFile } from 'node:fs/promises';
import { parseTunedFile } from './parse-tuned-file.js';

/**
 * Reads an `x.opt.json`.
 *
 * @param path absolute, or relative to the working directory
 * @param name how errors call the file; the path when absent
 * @returns undefined when there is no such file
 * @throws TunedFileError when its content is not that of a tuned file; the file is left as it is
 */
export async function readTunedFile(path: string, name = path): Promise<TunedFile | undefined> {
  const text = await readIfThere(path);
  return text === undefined ? undefined : parseTunedFile(text, name);
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
