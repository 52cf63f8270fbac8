import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileWork } from './hash-file.js';

/**
 * Writes a file and hashes it on the way, so that it need not be read again.
 *
 * @param size of all chunks, in bytes
 * @returns all 64 hexadecimal digits of the SHA-256 of what was written
 */
export async function writeHashed(
  path: string,
  chunks: Iterable<Buffer> | AsyncIterable<Buffer>,
  size: number,
  work: FileWork,
): Promise<string> {
  const hash = createHash('sha256');
  let done = 0;
  const metered = async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      hash.update(chunk);
      done += chunk.length;
      work.onFraction?.(done / size);
      yield chunk;
    }
  };
  await pipeline(Readable.from(chunks), metered, createWriteStream(path), { signal: work.signal });
  return hash.digest('hex');
}
