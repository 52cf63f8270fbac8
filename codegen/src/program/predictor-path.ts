/**
 * A path and one more name: `inner` and `triage` to `inner.triage`, a name that is no plain word in brackets. The
 * notation is that of `namedPredictors()`, which the runtime finds by a walk.
 */
export function namePath(path: string, name: string): string {
  if (!/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === '' ? name : `${path}.${name}`;
}

/** A path and a place in an array. */
export function itemPath(path: string, index: number): string {
  return `${path}[${index}]`;
}

/** Names in the order in which an object has them: whole numbers first, each kind as it was added. */
export function inObjectOrder<T>(members: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  const isIndex = (name: string): boolean => /^(?:0|[1-9]\d*)$/u.test(name) && Number(name) < 2 ** 32 - 1;
  const indexes = [...members].filter(([name]) => isIndex(name)).sort(([a], [b]) => Number(a) - Number(b));
  return [...indexes, ...[...members].filter(([name]) => !isIndex(name))];
}
