import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/**
 * All 64 hexadecimal digits of the SHA-256 of a text (as UTF-8) or of bytes, where there is no `node:crypto`. The Web's
 * own digest is asynchronous.
 */
export function digest(data: string | Uint8Array): string {
  return bytesToHex(sha256(typeof data === 'string' ? new TextEncoder().encode(data) : data));
}
