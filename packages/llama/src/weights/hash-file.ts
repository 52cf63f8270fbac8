import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

/** Who is told of the work on a file, and who may stop it. */
export interface FileWork {
  /** From 0 to 1. */
  readonly onFraction?: (fraction: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/** All 64 hexadecimal digits of the SHA-256 of a file, read as a stream. */
export async function hashFile(path: string, work: FileWork): Promise<string> {
  const { size } = await stat(path);
  const hash = createHash('sha256');
  let done = 0;
  for await (const chunk of createReadStream(path, { signal: work.signal, highWaterMark: 1 << 20 })) {
    if (!Buffer.isBuffer(chunk)) continue;
    hash.update(chunk);
    done += chunk.length;
    work.onFraction?.(done / size);
  }
  return hash.digest('hex');
}
