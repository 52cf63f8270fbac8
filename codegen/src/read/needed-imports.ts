import { ts } from './ts-morph.js';

/**
 * The modules whose names can matter to a field's type: those that a type, an `extends` clause, a decorator or an
 * initializer mentions, those that the file passes on, adds to, or imports for what they add to others. Nothing else is resolved: a signature beside an imported
 * provider would otherwise cost the parse of that provider's declarations.
 */
export function neededImports(source: ts.SourceFile): ReadonlySet<string> {
  const mentioned = new Set<string>();
  const needed = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeReferenceNode(node)) mentioned.add(leftmost(node.typeName));
    else if (ts.isExpressionWithTypeArguments(node)) mentioned.add(leftmost(node.expression));
    else if (ts.isDecorator(node)) mentioned.add(leftmost(node.expression));
    else if (ts.isTypeQueryNode(node) && !ts.isImportTypeNode(node.exprName))
      mentioned.add(leftmost(node.exprName));
    else if (ts.isImportTypeNode(node)) addModule(node.argument, needed);
    else if (ts.isModuleDeclaration(node) && ts.isStringLiteral(node.name)) needed.add(node.name.text);
    else if (ts.isPropertyDeclaration(node) && node.initializer) addNames(node.initializer, mentioned);
    else if (ts.isEnumMember(node) && node.initializer) addNames(node.initializer, mentioned);
    ts.forEachChild(node, visit);
  };
  visit(source);

  for (const statement of source.statements) {
    const module = moduleOf(statement);
    if (module === undefined) continue;
    if (isForEffect(statement)) needed.add(module.specifier.text);
    const isUsed = module.names.some((name) => mentioned.has(name) || isReExported(source, name));
    if (ts.isExportDeclaration(statement) || isUsed) needed.add(module.specifier.text);
  }
  return needed;
}

/** `import('./kinds.js').Item` */
function addModule(argument: ts.TypeNode, needed: Set<string>): void {
  if (ts.isLiteralTypeNode(argument) && ts.isStringLiteral(argument.literal))
    needed.add(argument.literal.text);
}

/** All names in an initializer: `[Priority.Low]`. */
function addNames(node: ts.Node, mentioned: Set<string>): void {
  if (ts.isIdentifier(node)) mentioned.add(node.text);
  ts.forEachChild(node, (child) => addNames(child, mentioned));
}

/** `import './more.js'`: a file of the project that may add to the interfaces of others. */
function isForEffect(statement: ts.Statement): boolean {
  return (
    ts.isImportDeclaration(statement) &&
    statement.importClause === undefined &&
    ts.isStringLiteral(statement.moduleSpecifier) &&
    /^\.{1,2}\//u.test(statement.moduleSpecifier.text)
  );
}

/** The module that a statement names, and the names that it brings into the file. */
function moduleOf(
  statement: ts.Statement,
): { readonly specifier: ts.StringLiteral; readonly names: readonly string[] } | undefined {
  if (ts.isImportEqualsDeclaration(statement) && ts.isExternalModuleReference(statement.moduleReference)) {
    const { expression } = statement.moduleReference;
    return ts.isStringLiteral(expression)
      ? { specifier: expression, names: [statement.name.text] }
      : undefined;
  }
  if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return undefined;
  const { moduleSpecifier: specifier } = statement;
  if (specifier === undefined || !ts.isStringLiteral(specifier)) return undefined;
  return { specifier, names: ts.isImportDeclaration(statement) ? bindings(statement.importClause) : [] };
}

function bindings(clause: ts.ImportClause | undefined): string[] {
  if (clause === undefined) return [];
  const named = clause.namedBindings;
  const names = clause.name === undefined ? [] : [clause.name.text];
  if (named === undefined) return names;
  if (ts.isNamespaceImport(named)) return [...names, named.name.text];
  return [...names, ...named.elements.map((element) => element.name.text)];
}

/** `import { A } from './a.js'; export { A };` or `export default A;` */
function isReExported(source: ts.SourceFile, name: string): boolean {
  return source.statements.some(
    (statement) =>
      (ts.isExportAssignment(statement) && leftmost(statement.expression) === name) ||
      (ts.isImportEqualsDeclaration(statement) && leftmost(statement.moduleReference) === name) ||
      (ts.isExportDeclaration(statement) &&
        statement.moduleSpecifier === undefined &&
        statement.exportClause !== undefined &&
        ts.isNamedExports(statement.exportClause) &&
        statement.exportClause.elements.some(
          (element) => (element.propertyName ?? element.name).text === name,
        )),
  );
}

function leftmost(node: ts.Node): string {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isQualifiedName(node)) return leftmost(node.left);
  if (ts.isPropertyAccessExpression(node) || ts.isCallExpression(node)) return leftmost(node.expression);
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return leftmost(node.expression);
  return '';
}
