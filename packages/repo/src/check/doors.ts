import ts from 'typescript';
import { packageDoors } from '../tree/package-doors.js';
import { libraryFiles } from '../tree/source-files.js';
import type { Tree } from '../tree/tree.js';
import { lineOf, walk } from '../tree/walk.js';
import type { Check, Finding } from './check.js';

/** What a package promises can be read on one page. */
export const doorsCheck: Check = {
  rule: 'every door of a package is an explicit list of names, and no index.ts stands behind one',
  find(tree) {
    const doors = new Set(packageDoors(tree).map(({ source }) => source));
    return [
      ...[...doors].flatMap((path) => implementations(tree, path)),
      ...libraryFiles(tree).flatMap((path) => [
        ...starExports(tree, path),
        ...(path.endsWith('/index.ts') && !doors.has(path)
          ? [{ path, message: 'is no door of its package. Import the file you mean, and delete this one.' }]
          : []),
      ]),
    ];
  },
};

function implementations(tree: Tree, path: string): Finding[] {
  return tree
    .syntax(path)
    .statements.filter(
      (statement) => !ts.isExportDeclaration(statement) && !ts.isImportDeclaration(statement),
    )
    .map((statement) => ({
      path,
      line: lineOf(statement),
      message: 'is code in a door. Put it in a file of its own and export its names here.',
    }));
}

function starExports(tree: Tree, path: string): Finding[] {
  const found: Finding[] = [];
  walk(tree.syntax(path), (node) => {
    if (!ts.isExportDeclaration(node)) return;
    if (node.exportClause !== undefined && ts.isNamedExports(node.exportClause)) return;
    found.push({ path, line: lineOf(node), message: 'exports everything of a module. List the names.' });
  });
  return found;
}
