import type { ts } from './ts-morph.js';
import type { Place } from '../declaration/place.js';

/** Finds places in one project: names files relative to its root, and only once. */
export type PlaceOf = (source: ts.SourceFile, start: number, end: number) => Place;

/** @param nameOf the name of a file in ids and messages, from its absolute path */
export function placeFinder(nameOf: (path: string) => string): PlaceOf {
  const names = new Map<string, string>();
  return (source, start, end) => {
    const from = source.getLineAndCharacterOfPosition(start);
    const to = source.getLineAndCharacterOfPosition(end);
    const file = names.get(source.fileName) ?? nameOf(source.fileName);
    names.set(source.fileName, file);
    return {
      file,
      line: from.line + 1,
      column: from.character + 1,
      endLine: to.line + 1,
      endColumn: to.character + 1,
    };
  };
}
