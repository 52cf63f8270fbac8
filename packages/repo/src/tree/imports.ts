import ts from 'typescript';
import type { Tree } from './tree.js';

/** One module specifier in a file: of an import, an export, a type or a call of `import()`. */
export interface Import {
  /** As written: `./a.js`, `@sigil/lm/openai`. */
  readonly specifier: string;
  /** From 1. */
  readonly line: number;
}

/** All imports of a file, those of types included. */
export function importsOf(tree: Tree, path: string): Import[] {
  const source = tree.syntax(path);
  return ts.preProcessFile(source.text, true, true).importedFiles.map(({ fileName, pos }) => ({
    specifier: fileName,
    line: source.getLineAndCharacterOfPosition(pos).line + 1,
  }));
}

/** `@sigil/lm` of `@sigil/lm/openai`; undefined for a relative path and for a module of Node. */
export function packageOf(specifier: string): string | undefined {
  if (specifier.startsWith('.') || specifier.startsWith('node:')) return undefined;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
