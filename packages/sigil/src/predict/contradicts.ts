/**
 * True where a whole value is not what was shown of it before: texts and lists begin with what was shown, what else was
 * shown is the same.
 *
 * @param whole in the form in which a stream shows whole values
 */
export function contradicts(shown: unknown, whole: unknown): boolean {
  if (Object.is(shown, whole)) return false;
  if (typeof shown === 'string') return typeof whole !== 'string' || !whole.startsWith(shown);
  if (Array.isArray(shown))
    return !Array.isArray(whole) || shown.some((item, at) => contradicts(item, whole[at]));
  if (shown instanceof Date) return !(whole instanceof Date) || shown.getTime() !== whole.getTime();
  if (shown instanceof Set) return !(whole instanceof Set) || contradicts([...shown], [...whole]);
  if (shown instanceof Map) {
    return !(whole instanceof Map) || [...shown].some(([key, value]) => contradicts(value, whole.get(key)));
  }
  if (typeof shown !== 'object' || shown === null || typeof whole !== 'object' || whole === null) return true;
  return Object.entries(shown).some(([name, value]: [string, unknown]) => {
    // The state of a field grows: pending, incomplete, complete.
    if (name === 'state' && value !== 'complete' && Object.hasOwn(shown, 'value')) return false;
    // Lists and maps start empty, also where the reply has none in the end.
    if (!Object.hasOwn(whole, name)) return value !== undefined && !isEmpty(value);
    return value !== undefined && contradicts(value, Reflect.get(whole, name));
  });
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (value instanceof Set || value instanceof Map) return value.size === 0;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
