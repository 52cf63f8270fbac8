import { open } from 'node:fs/promises';
import { WeightsError } from '@sigil/spec';

/**
 * Refuses a file that cannot be a GGUF before native code reads it: an HTML page, a Git LFS pointer, an empty file.
 *
 * @param origin where the file came from, for the error
 * @throws WeightsError
 */
export async function checkGguf(path: string, origin: string): Promise<void> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    const magic = buffer.toString('latin1', 0, bytesRead);
    if (magic === 'GGUF') return;
    throw new WeightsError(
      `Cannot use ${path} (${origin}) as weights: it ${magic === '' ? 'is empty' : `begins with ${JSON.stringify(magic)}`}, expected "GGUF". ` +
        `Give the path of a model in GGUF format.`,
    );
  } finally {
    await file.close();
  }
}
