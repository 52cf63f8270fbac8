/**
 * True when two JSON-like values are the same. Texts are compared by their characters (Unicode NFC) without blanks at
 * both ends; case counts. The order of keys does not count, and an absent member equals one that is undefined.
 *
 * @example
 * ```ts
 * sameValue({ team: ' billing' }, { team: 'billing', note: undefined }); // -> true
 * ```
 */
export function sameValue(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string')
    return a.normalize('NFC').trim() === b.normalize('NFC').trim();
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, at) => sameValue(item, b[at]));
  }
  if (!isRecord(a) || !isRecord(b)) return a === b;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => sameValue(a[key], b[key]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
