import { ts } from '../ts-morph.js';

/** The module that a name is imported from. */
export function importedFrom(name: ts.Node): string | undefined {
  let node = name;
  while (ts.isEntityName(node) && ts.isQualifiedName(node.parent)) node = node.parent;
  if (ts.isImportTypeNode(node.parent) && ts.isLiteralTypeNode(node.parent.argument)) {
    const { literal } = node.parent.argument;
    return ts.isStringLiteral(literal) ? literal.text : undefined;
  }
  const root = leftmost(node);
  for (const statement of name.getSourceFile().statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const { name: own, namedBindings } = statement.importClause ?? {};
    const bindings =
      namedBindings === undefined
        ? []
        : ts.isNamespaceImport(namedBindings)
          ? [namedBindings]
          : namedBindings.elements;
    if (own?.text === root || bindings.some((one) => one.name.text === root))
      return statement.moduleSpecifier.text;
  }
  return undefined;
}

function leftmost(node: ts.Node): string {
  return ts.isQualifiedName(node) ? leftmost(node.left) : node.getText();
}
