import { ts } from './ts-morph.js';

/** What of the modules that a file names can matter to the type of a field. */
export interface NamedModules {
  /** Those whose names it uses in types, bases, decorators and initializers, and those that it passes on. */
  readonly needed: ReadonlySet<string>;
  /** Those that it imports for what they do, which may be to say more about a type: `import './more.js'`. */
  readonly effects: ReadonlySet<string>;
  /** Those about which it says more itself: `declare module './item.js'`. */
  readonly augmented: ReadonlySet<string>;
  /** The first words of all names of types. */
  readonly mentioned: ReadonlySet<string>;
}

/**
 * Sorts the modules that a file names. What is none of these is never resolved: a signature beside an imported provider
 * would otherwise cost the parse of that provider's declarations.
 */
export function namedModules(source: ts.SourceFile): NamedModules {
  const mentioned = new Set<string>();
  const needed = new Set<string>();
  const effects = new Set<string>();
  const augmented = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeReferenceNode(node)) mentioned.add(leftmost(node.typeName));
    else if (ts.isExpressionWithTypeArguments(node)) mentioned.add(leftmost(node.expression));
    else if (ts.isDecorator(node)) mentioned.add(leftmost(node.expression));
    else if (ts.isTypeQueryNode(node) && !ts.isImportTypeNode(node.exprName))
      mentioned.add(leftmost(node.exprName));
    else if (ts.isImportTypeNode(node)) addModule(node.argument, needed);
    else if (ts.isPropertyDeclaration(node) && node.initializer) addNames(node.initializer, mentioned);
    else if (ts.isEnumMember(node) && node.initializer) addNames(node.initializer, mentioned);
    else if (ts.isVariableDeclaration(node) && isAsConst(node.initializer))
      addConstants(node.initializer, mentioned);
    ts.forEachChild(node, visit);
  };
  visit(source);

  for (const statement of allStatements(source)) {
    if (ts.isModuleDeclaration(statement) && ts.isStringLiteral(statement.name))
      augmented.add(statement.name.text);
    const module = moduleOf(statement);
    if (module === undefined) continue;
    const isUsed = module.names.some((name) => mentioned.has(name) || isReExported(source, name));
    if (ts.isExportDeclaration(statement) || isUsed) needed.add(module.specifier.text);
    else if (ts.isImportDeclaration(statement) && statement.importClause === undefined)
      effects.add(module.specifier.text);
  }
  return { needed, effects, augmented, mentioned };
}

/** The statements of a file, and those in its `declare module '..' { }`. */
function allStatements(source: ts.SourceFile): readonly ts.Statement[] {
  return source.statements.flatMap((statement) => {
    const isBlock = ts.isModuleDeclaration(statement) && statement.body !== undefined;
    return isBlock && ts.isModuleBlock(statement.body)
      ? [statement, ...statement.body.statements]
      : [statement];
  });
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

/** What `typeof` may lead to: the type of `{ a: ONE } as const` is that of ONE. */
function isAsConst(node: ts.Expression | undefined): node is ts.AsExpression | ts.TypeAssertion {
  const isAssertion = node !== undefined && (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node));
  return isAssertion && ts.isConstTypeReference(node.type);
}

/** The names that stand for values in a constant: what is called or made in it has a type of its own. */
function addConstants(node: ts.Node, mentioned: Set<string>): void {
  if (ts.isIdentifier(node)) mentioned.add(node.text);
  else if (ts.isPropertyAssignment(node)) addConstants(node.initializer, mentioned);
  else if (ts.isPropertyAccessExpression(node)) addConstants(node.expression, mentioned);
  else if (isConstantPart(node)) ts.forEachChild(node, (child) => addConstants(child, mentioned));
}

function isConstantPart(node: ts.Node): boolean {
  return (
    ts.isObjectLiteralExpression(node) ||
    ts.isArrayLiteralExpression(node) ||
    ts.isSpreadAssignment(node) ||
    ts.isSpreadElement(node) ||
    ts.isParenthesizedExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isAsExpression(node)
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
