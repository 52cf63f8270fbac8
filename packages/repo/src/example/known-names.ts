import ts from 'typescript';
import { packageDoors } from '../tree/package-doors.js';
import type { Tree } from '../tree/tree.js';

/** Where a name is imported from. */
export type KnownNames = ReadonlyMap<string, string>;

/** What users can import, by name. Of two doors with a name, the one of the package in `folder` counts, then the first. */
export function doorNames(tree: Tree, folder: string): KnownNames {
  const doors = packageDoors(tree);
  const sorted = [
    ...doors.filter((door) => door.folder !== folder),
    ...doors.filter((door) => door.folder === folder),
  ];
  return new Map(
    sorted.flatMap(({ specifier, source }) => exportedNames(tree, source).map((name) => [name, specifier])),
  );
}

/** The names that a file exports. */
export function exportedNames(tree: Tree, path: string): string[] {
  return tree.syntax(path).statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement)) {
      const clause = statement.exportClause;
      return clause !== undefined && ts.isNamedExports(clause)
        ? clause.elements.map(({ name }) => name.text)
        : [];
    }
    if (!ts.canHaveModifiers(statement)) return [];
    const isExported = ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (isExported !== true) return [];
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.flatMap(({ name }) =>
        ts.isIdentifier(name) ? [name.text] : [],
      );
    }
    const isNamed =
      ts.isFunctionDeclaration(statement) ||
      ts.isClassDeclaration(statement) ||
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement) ||
      ts.isEnumDeclaration(statement);
    return isNamed && statement.name !== undefined ? [statement.name.text] : [];
  });
}
