import { ts } from '../ts-morph.js';

/**
 * The module that a name is imported from, where that one declares it and does not export it; undefined for what was
 * not found for another reason.
 */
function notExportedBy(expression: ts.Expression, checker: ts.TypeChecker): string | undefined {
  const specifier = checker.getSymbolAtLocation(expression)?.declarations?.find(ts.isImportSpecifier);
  if (specifier === undefined) return undefined;
  const { moduleSpecifier } = specifier.parent.parent.parent;
  const [file] = checker.getSymbolAtLocation(moduleSpecifier)?.declarations ?? [];
  if (!ts.isStringLiteral(moduleSpecifier) || file === undefined || !ts.isSourceFile(file)) return undefined;
  const name = (specifier.propertyName ?? specifier.name).text;
  const isThere = file.statements.some((one) => ts.isClassDeclaration(one) && one.name?.text === name);
  return isThere ? moduleSpecifier.text : undefined;
}

/** How to mend a class that was not found. */
export function notFoundHint(expression: ts.Expression, checker: ts.TypeChecker): string {
  const module = notExportedBy(expression, checker);
  return module === undefined
    ? 'check the import and its path; if it comes from a package, is it built?'
    : `'${module}' has a class of that name and does not export it: export it there`;
}
