/**
 * True where two partials in a row show the same. What is over in a list or an object never changes, so that only its
 * end is looked at: the time does not grow with what was shown before.
 */
export function isSameShown(before: unknown, after: unknown): boolean {
  if (Object.is(before, after)) return true;
  if (Array.isArray(before) && Array.isArray(after))
    return before.length === after.length && isSameShown(before.at(-1), after.at(-1));
  if (before instanceof Set && after instanceof Set) return before.size === after.size;
  if (before instanceof Map && after instanceof Map) {
    return before.size === after.size && isSameShown([...before.values()].at(-1), [...after.values()].at(-1));
  }
  if (before instanceof Date && after instanceof Date) return before.getTime() === after.getTime();
  if (!isPlain(before) || !isPlain(after)) return false;
  const names = Object.keys(after);
  return (
    Object.keys(before).length === names.length &&
    names.every((name) => Object.hasOwn(before, name) && isSameShown(before[name], after[name]))
  );
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !(value instanceof Set || value instanceof Map || value instanceof Date || Array.isArray(value))
  );
}
