import { ts } from './ts-morph.js';
import type { Place } from '../declaration/place.js';
import type { PlaceOf } from './place-of.js';

/**
 * Where a configuration switches the check of null off; undefined where it is on, as it is unless somebody says
 * otherwise (TypeScript 6 and later).
 *
 * @param files the configuration file, and all that it extends or references
 */
export function looseNulls(
  { strictNullChecks, strict }: ts.CompilerOptions,
  files: readonly string[],
  placeOf: PlaceOf,
): Place | undefined {
  if (strictNullChecks ?? strict ?? true) return undefined;
  const name = strictNullChecks === undefined ? 'strict' : 'strictNullChecks';
  for (const path of files) {
    const source = ts.readJsonConfigFile(path, (file) => ts.sys.readFile(file));
    const option = falseOption(source, name);
    if (option !== undefined) return placeOf(source, option.getStart(source), option.end);
  }
  return undefined;
}

/** `"strict": false` in the compiler options of a file. */
function falseOption(source: ts.TsConfigSourceFile, name: string): ts.Node | undefined {
  let found: ts.Node | undefined;
  const visit = (node: ts.Node): void => {
    const isOption =
      ts.isPropertyAssignment(node) && ts.isStringLiteral(node.name) && node.name.text === name;
    if (isOption && node.initializer.kind === ts.SyntaxKind.FalseKeyword) found ??= node;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
