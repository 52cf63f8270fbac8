import { digest } from '#sha256';
import { canonicalJson } from './canonical-json.js';

/**
 * The name of a value by its content: `h:` and the first 16 hexadecimal digits (64 bits) of the SHA-256 of its
 * {@link canonicalJson}.
 *
 * @throws TypeError for what JSON would lose or change
 * @example
 * ```ts
 * contentHash({ a: 1, b: 2 }) === contentHash({ b: 2, a: 1 }); // -> true
 * ```
 */
export function contentHash(value: unknown): string {
  return `h:${sha256(canonicalJson(value)).slice(0, 16)}`;
}

/**
 * All 64 hexadecimal digits of the SHA-256 of a text (as UTF-8) or of bytes.
 *
 * @example
 * ```ts
 * sha256('text').slice(0, 8); // -> '982d9e3e'
 * ```
 */
export function sha256(data: string | Uint8Array): string {
  return digest(data);
}
