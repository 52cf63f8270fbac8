import { dirname, join } from 'node:path/posix';
import ts from 'typescript';
import { packageDoors } from '../tree/package-doors.js';
import type { Tree } from '../tree/tree.js';
import { lineOf } from '../tree/walk.js';
import type { Check, Finding } from './check.js';

/** What an editor shows of a name is all that most users ever read. */
export const documentedNamesCheck: Check = {
  rule: 'every name that a package exports has a doc comment where it is declared',
  find(tree) {
    const found = packageDoors(tree).flatMap(({ source }) =>
      tree.syntax(source).statements.flatMap((statement) => undocumented(tree, source, statement)),
    );
    // A name that goes out by two doors is one.
    return [...new Map(found.map((finding) => [`${finding.path} ${finding.message}`, finding])).values()];
  },
};

/** Names of other packages are the matter of those. */
function undocumented(tree: Tree, door: string, statement: ts.Statement): Finding[] {
  if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier === undefined) return [];
  const { moduleSpecifier, exportClause } = statement;
  if (!ts.isStringLiteral(moduleSpecifier) || !moduleSpecifier.text.startsWith('.')) return [];
  const path = join(dirname(door), moduleSpecifier.text).replace(/\.js$/, '.ts');
  if (exportClause === undefined || !ts.isNamedExports(exportClause) || !tree.has(path)) return [];
  return exportClause.elements.flatMap(({ name, propertyName = name }) => {
    const declarations = tree.syntax(path).statements.filter((each) => declares(each, propertyName.text));
    const [first] = declarations;
    if (first === undefined || declarations.some((each) => ts.getJSDocCommentsAndTags(each).some(ts.isJSDoc)))
      return [];
    return [
      { path, line: lineOf(first), message: `exports ${name.text} without a doc comment. Say what it is.` },
    ];
  });
}

function declares(statement: ts.Statement, name: string): boolean {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.some(
      (each) => ts.isIdentifier(each.name) && each.name.text === name,
    );
  }
  return (
    (ts.isFunctionDeclaration(statement) ||
      ts.isClassDeclaration(statement) ||
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement) ||
      ts.isEnumDeclaration(statement)) &&
    statement.name?.text === name
  );
}
