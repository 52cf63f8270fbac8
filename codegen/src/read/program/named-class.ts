import { ts } from '../ts-morph.js';

/** What a name stands for, as far as it matters to programs. */
export type Named =
  | { readonly kind: 'class'; readonly node: ts.ClassLikeDeclaration }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'other'; readonly declaration: ts.Declaration };

/** The expression behind parentheses and assertions. */
export function bare(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isTypeAssertionExpression(node)
    ? bare(node.expression)
    : node;
}

/**
 * What an identifier, `namespace.Name` or a class that is written in its place stands for, through imports, re-exports,
 * default exports and constants that are another name for a class.
 */
export function namedBy(node: ts.Node, checker: ts.TypeChecker, depth = 0): Named | undefined {
  if (ts.isClassExpression(node)) return { kind: 'class', node };
  const name = ts.isPropertyAccessExpression(node) || ts.isQualifiedName(node) ? lastName(node) : node;
  if (!ts.isIdentifier(name) || depth > 16) return undefined;
  const symbol = ts.isShorthandPropertyAssignment(name.parent)
    ? checker.getShorthandAssignmentValueSymbol(name.parent)
    : checker.getSymbolAtLocation(name);
  if (symbol === undefined) return { kind: 'unknown' };
  const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  const declarations = (isAlias ? checker.getAliasedSymbol(symbol) : symbol).declarations ?? [];
  const found = declarations.find(ts.isClassLike);
  if (found !== undefined) return { kind: 'class', node: found };
  const [declaration] = declarations;
  if (declaration === undefined) return { kind: 'unknown' };
  const value = constantOf(declaration);
  if (value !== undefined && ts.isClassLike(value)) return { kind: 'class', node: value };
  if (value !== undefined && (ts.isIdentifier(value) || ts.isPropertyAccessExpression(value))) {
    const named = namedBy(value, checker, depth + 1);
    if (named?.kind === 'class') return named;
  }
  return { kind: 'other', declaration };
}

/** What a constant is: `const Other = Ticket`. */
function constantOf(declaration: ts.Declaration): ts.Expression | undefined {
  if (ts.isExportAssignment(declaration)) return bare(declaration.expression);
  if (!ts.isVariableDeclaration(declaration) || declaration.initializer === undefined) return undefined;
  const isConst = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  return isConst ? bare(declaration.initializer) : undefined;
}

function lastName(node: ts.PropertyAccessExpression | ts.QualifiedName): ts.Node {
  return ts.isQualifiedName(node) ? node.right : node.name;
}
