import { ts } from '../ts-morph.js';
import { bare, namedBy } from './named-class.js';

/**
 * The module that a class is imported from where it was not found: it may hold predictors that nobody sees. Packages
 * are not asked for: their classes are read only as far as types need them.
 */
export function missingImport(node: ts.Expression, checker: ts.TypeChecker): string | undefined {
  const expression = bare(node);
  if (namedBy(expression, checker)?.kind !== 'unknown') return undefined;
  const declaration = checker.getSymbolAtLocation(leftmost(expression))?.declarations?.[0];
  const statement = declaration && ts.findAncestor(declaration, ts.isImportDeclaration);
  if (statement === undefined || !ts.isStringLiteral(statement.moduleSpecifier)) return undefined;
  const { text } = statement.moduleSpecifier;
  const isOwn = /^(?:\.{1,2}\/|#|@\/|~)/u.test(text) && !/\.gen(?:\.[cm]?[jt]s)?$/u.test(text);
  return isOwn ? text : undefined;
}

function leftmost(node: ts.Expression): ts.Expression {
  return ts.isPropertyAccessExpression(node) ? leftmost(node.expression) : node;
}
