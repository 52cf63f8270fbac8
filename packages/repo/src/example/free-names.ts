import ts from 'typescript';
import { walk } from '../tree/walk.js';

/** A name that a piece of code uses and does not declare. */
export interface FreeName {
  readonly name: string;
  /** Used in types only. */
  readonly isType: boolean;
}

/** The names that code takes from outside, in the order of their first use. Scopes inside of it are not told apart. */
export function freeNames(code: string): FreeName[] {
  const source = ts.createSourceFile('example.ts', code, ts.ScriptTarget.Latest, true);
  const declared = new Set<string>();
  const used = new Map<string, boolean>();
  walk(source, (node) => {
    if (!ts.isIdentifier(node)) return;
    if (isDeclared(node)) declared.add(node.text);
    else if (isUsed(node)) used.set(node.text, (used.get(node.text) ?? true) && isInType(node));
  });
  return [...used].filter(([name]) => !declared.has(name)).map(([name, isType]) => ({ name, isType }));
}

function isDeclared(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isBindingElement(parent) ||
      ts.isFunctionDeclaration(parent) ||
      ts.isClassDeclaration(parent) ||
      ts.isInterfaceDeclaration(parent) ||
      ts.isTypeAliasDeclaration(parent) ||
      ts.isImportClause(parent) ||
      ts.isImportSpecifier(parent) ||
      ts.isNamespaceImport(parent)) &&
    parent.name === node
  );
}

/** Not the name of a member: `b` of `a.b` and of `{ b: 1 }`. */
function isUsed(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name !== node;
  if (ts.isQualifiedName(parent)) return parent.right !== node;
  if (ts.isBindingElement(parent)) return parent.propertyName !== node;
  if (ts.isImportSpecifier(parent)) return false;
  return !(
    (ts.isPropertyAssignment(parent) || ts.isClassElement(parent) || ts.isTypeElement(parent)) &&
    parent.name === node
  );
}

function isInType(node: ts.Identifier): boolean {
  return (
    ts.isTypeReferenceNode(node.parent) ||
    (ts.isQualifiedName(node.parent) && ts.isTypeReferenceNode(node.parent.parent))
  );
}
