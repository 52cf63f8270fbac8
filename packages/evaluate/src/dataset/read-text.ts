import { createReadStream } from 'node:fs';
import { DatasetError } from '@sigil/spec';

/**
 * The text of a UTF-8 file in pieces, without a byte order mark.
 *
 * @throws DatasetError when the file is missing, cannot be read, or is not UTF-8
 */
export async function* readText(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const bytes: AsyncIterable<Uint8Array> = createReadStream(file);
  try {
    for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    throw new DatasetError(`Cannot read ${file}: ${reason(error)}`);
  }
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return `${String(error)}.`;
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file. Check the path.';
  if (code === 'EISDIR') return 'it is a folder, expected a .jsonl or .csv file.';
  if (code === 'EACCES') return 'permission was denied. Make the file readable.';
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'it is not UTF-8 text. Save it as UTF-8.';
  return `${error.message}.`;
}
