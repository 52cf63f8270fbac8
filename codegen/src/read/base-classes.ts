import { ts } from './ts-morph.js';
import { bindTypeParameters, type TypeBindings, type TypeReaderOptions } from './type/read-type.js';
import { oneLine } from './type/type-context.js';
import { declarationsOf } from './type/declarations-of.js';

/** A class that another one extends, directly or not. */
export interface BaseLink {
  readonly node: ts.ClassLikeDeclaration;
  /** What its type parameters stand for. */
  readonly bindings: TypeBindings;
}

/** The bases of a class, the farthest first. */
export interface BaseClasses {
  readonly links: readonly BaseLink[];
  /** Why the farthest known one has a base that cannot be read. */
  readonly problem?: { readonly what: string; readonly hint: string };
}

/** Follows `extends` from a class, through the imports of whatever file a base stands in. */
export function baseClasses(node: ts.ClassLikeDeclaration, reader: TypeReaderOptions): BaseClasses {
  const links: BaseLink[] = [];
  const met = new Set<ts.Node>([node]);
  let current: BaseLink = { node, bindings: new Map() };
  for (;;) {
    const clause = extendsClause(current.node);
    if (clause === undefined) return { links };
    const found = classOf(clause.expression, reader.checker);
    if (!('node' in found)) return { links, problem: found };
    if (met.has(found.node)) {
      const what = `'${oneLine(clause.getText())}' leads back to a class that extends it`;
      return { links, problem: { what, hint: 'let one of them extend nothing' } };
    }
    met.add(found.node);
    reader.onVisit(found.node);
    const { bindings } = current;
    const given = clause.typeArguments ?? [];
    current = { node: found.node, bindings: bindTypeParameters(found.node, given, { ...reader, bindings }) };
    links.unshift(current);
  }
}

/** What stands after `extends`. */
export function extendsClause(node: ts.ClassLikeDeclaration): ts.ExpressionWithTypeArguments | undefined {
  return node.heritageClauses?.find((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
}

function classOf(
  expression: ts.Expression,
  checker: ts.TypeChecker,
): { readonly node: ts.ClassLikeDeclaration } | { readonly what: string; readonly hint: string } {
  const text = oneLine(expression.getText());
  if (!ts.isIdentifier(expression) && !ts.isPropertyAccessExpression(expression)) {
    const hint = 'extend a class by its name, or write the fields out in this class';
    return { what: `'${text}' is computed when the program runs`, hint };
  }
  const declarations = declarationsOf(ts.isIdentifier(expression) ? expression : expression.name, checker);
  if (declarations === undefined) {
    return {
      what: `no declaration of '${text}' was found`,
      hint: 'check the import and its path; if it comes from a package, is it built?',
    };
  }
  for (const declaration of declarations) {
    const value = ts.isVariableDeclaration(declaration) ? declaration.initializer : declaration;
    if (value !== undefined && ts.isClassLike(value)) return { node: value };
  }
  return { what: `'${text}' is no class`, hint: 'extend a class, or write the fields out in this class' };
}
