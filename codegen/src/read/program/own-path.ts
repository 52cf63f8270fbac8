import { itemPath, namePath } from '../../program/predictor-path.js';
import { ts } from '../ts-morph.js';
import { bare } from './named-class.js';

/** True for `this.triage`, `this.steps[0]`. */
export function isOwnProperty(node: ts.Node): boolean {
  if (ts.isNonNullExpression(node)) return isOwnProperty(node.expression);
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return false;
  return node.expression.kind === ts.SyntaxKind.ThisKeyword || isOwnProperty(node.expression);
}

/** The path of `this.steps[0]`. */
export function ownPath(value: ts.Expression): string | undefined {
  const node = bare(value);
  if (node.kind === ts.SyntaxKind.ThisKeyword) return '';
  if (ts.isPropertyAccessExpression(node)) {
    const path = ownPath(node.expression);
    return path === undefined ? undefined : namePath(path, node.name.text);
  }
  if (!ts.isElementAccessExpression(node)) return undefined;
  const [path, key] = [ownPath(node.expression), node.argumentExpression];
  if (path === undefined) return undefined;
  if (ts.isNumericLiteral(key)) return itemPath(path, Number(key.text));
  return ts.isStringLiteralLike(key) ? namePath(path, key.text) : undefined;
}

/**
 * The names that stand behind `this` in code: `triage` of `this.triage.run(..)`. Functions in it are not looked into.
 */
export function ownRoots(node: ts.Node): readonly string[] {
  const found: string[] = [];
  const visit = (part: ts.Node): void => {
    if (ts.isFunctionLike(part) || ts.isClassLike(part)) return;
    const isAccess = ts.isPropertyAccessExpression(part) || ts.isElementAccessExpression(part);
    if (isAccess && part.expression.kind === ts.SyntaxKind.ThisKeyword) {
      const name = ts.isPropertyAccessExpression(part) ? part.name : part.argumentExpression;
      if (ts.isIdentifier(name) && ts.isPropertyAccessExpression(part)) found.push(name.text);
      else if (ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)) found.push(name.text);
    }
    ts.forEachChild(part, visit);
  };
  visit(node);
  return found;
}
