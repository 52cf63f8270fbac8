import { WeightsError } from '@sigil/spec';
import { openPromise } from 'yauzl';
import type { FileWork } from './hash-file.js';
import { writeHashed } from './write-hashed.js';

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
      const source = await opened.openReadStreamPromise(entry);
      return await writeHashed(target, source, entry.uncompressedSize, work);
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
