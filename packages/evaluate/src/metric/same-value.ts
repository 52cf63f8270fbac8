/**
 * True when two values of a program are the same. Texts are compared by their characters (Unicode NFC) without blanks at
 * both ends; case counts. Dates are compared by their time, sets without their order, maps by their keys. The order of
 * keys does not count, and an absent member equals one that is undefined.
 *
 * @example
 * ```ts
 * sameValue({ team: ' billing' }, { team: 'billing', note: undefined }); // -> true
 * sameValue(new Set([1, 2]), new Set([2, 1])); // -> true
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
  if (a instanceof Date || b instanceof Date)
    return a instanceof Date && b instanceof Date && a.getTime() === b.getTime();
  if (a instanceof Set || b instanceof Set)
    return a instanceof Set && b instanceof Set && haveSameItems([...a], [...b]);
  if (a instanceof Map || b instanceof Map)
    return a instanceof Map && b instanceof Map && haveSameItems([...a], [...b]);
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => sameValue(a[key], b[key]));
}

/** Each item of one list has one of the other, in any order. */
function haveSameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  const left = [...b];
  return (
    a.length === b.length &&
    a.every((item) => {
      const at = left.findIndex((other) => sameValue(item, other));
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    })
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
