import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { WeightsError } from '@sigil/spec';
import { openPromise } from 'yauzl';
import type { FileWork } from './hash-file.js';

/**
 * Writes one member of a zip to a file.
 *
 * @returns the SHA-256 of what was written
 * @throws WeightsError when the zip is damaged or has no such member
 */
export async function unpackMember(
  zip: string,
  member: string,
  target: string,
  work: FileWork,
): Promise<string> {
  const opened = await openPromise(zip).catch((cause: unknown) => {
    throw damaged(zip, cause);
  });
  try {
    for await (const entry of opened.eachEntry()) {
      if (entry.fileName !== member) continue;
      const hash = createHash('sha256');
      let done = 0;
      const source = await opened.openReadStreamPromise(entry);
      const metered = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
        for await (const chunk of chunks) {
          hash.update(chunk);
          done += chunk.length;
          work.onFraction?.(done / entry.uncompressedSize);
          yield chunk;
        }
      };
      await pipeline(source, metered, createWriteStream(target), { signal: work.signal });
      return hash.digest('hex');
    }
  } catch (error) {
    throw isZipError(error) ? damaged(zip, error) : error;
  } finally {
    opened.close();
  }
  throw new WeightsError(`Cannot unpack ${zip}: it holds no ${member}.`);
}

function damaged(zip: string, cause: unknown): WeightsError {
  const found = cause instanceof Error ? cause.message : String(cause);
  return new WeightsError(`Cannot unpack ${zip}: it is damaged or was cut off (${found}).`, { cause });
}

/** The zip reader throws plain errors, zlib its own codes; the file system and signals have other codes. */
function isZipError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return !('code' in error) || (typeof error.code === 'string' && error.code.startsWith('Z_'));
}
