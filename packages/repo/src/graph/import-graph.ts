import { dirname, join } from 'node:path/posix';
import { importsOf } from '../tree/imports.js';
import { shippedFiles } from '../tree/source-files.js';
import type { Tree } from '../tree/tree.js';
import type { Graph } from './cycles.js';

/** Which shipped file of a package imports which other one, type imports included. */
export function importGraph(tree: Tree, folder: string): Graph {
  const files = shippedFiles(tree, folder);
  return new Map(
    files.map((file) => [
      file,
      new Set(
        importsOf(tree, file)
          .filter(({ specifier }) => specifier.startsWith('.'))
          .map(({ specifier }) => join(dirname(file), specifier).replace(/\.js$/, '.ts'))
          .filter((target) => tree.has(target)),
      ),
    ]),
  );
}
