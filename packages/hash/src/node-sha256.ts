import { createHash } from 'node:crypto';

/** All 64 hexadecimal digits of the SHA-256 of a text (as UTF-8) or of bytes, by Node's own code. */
export function digest(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
