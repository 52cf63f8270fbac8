import { ts } from './ts-morph.js';
import type { MissingDecorator } from '../declaration/source-declaration.js';
import { isDecoratorName, type DecoratorFinder } from './decorators.js';
import type { SigilState } from './find-sigil.js';
import type { PlaceOf } from './place-of.js';

/** What looking for lost decorators takes. */
interface DecoratorReader {
  readonly checker: ts.TypeChecker;
  readonly decoratorsOf: DecoratorFinder;
  readonly placeOf: PlaceOf;
  /** Whether the package `sigil` is there for a file. */
  readonly stateOfSigil: (file: string) => SigilState;
}

/**
 * Decorators with names of ours that lead nowhere: of a module that is not there, or that has no such name. Without a
 * word about them their classes would be none to the compiler.
 */
export function missingDecorators(
  source: ts.SourceFile,
  classes: readonly ts.ClassLikeDeclaration[],
  reader: DecoratorReader,
): readonly MissingDecorator[] {
  const { decoratorsOf, stateOfSigil } = reader;
  const nodes = classes.flatMap((node) => [node, ...node.members, ...parametersOf(node)]);
  const lost = nodes.flatMap((node) => {
    const decorators = ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : [];
    if (decorators.length === 0 || decoratorsOf(node).length > 0) return [];
    return decorators.flatMap((decorator) => missing(decorator, reader) ?? []);
  });
  const isUsed = nodes.some((node) => decoratorsOf(node).length > 0);
  const state = isUsed ? stateOfSigil(source.fileName) : 'there';
  // A file of the project may pass the decorators on.
  const imports = state === 'there' ? [] : importsOf(source);
  const first = imports.find(({ text }) => text === 'sigil') ?? imports[0];
  if (first === undefined) return lost;
  const place = reader.placeOf(source, first.getStart(), first.getEnd());
  const isUnbuilt = state === 'unbuilt' ? { isUnbuilt: true as const } : {};
  return [...lost, { name: 'Signature', module: 'sigil', place, ...isUnbuilt }];
}

function parametersOf(node: ts.ClassLikeDeclaration): readonly ts.ParameterDeclaration[] {
  return node.members.filter(ts.isConstructorDeclaration).flatMap((member) => [...member.parameters]);
}

function missing(
  { expression }: ts.Decorator,
  { checker, placeOf }: DecoratorReader,
): MissingDecorator | undefined {
  const callee = ts.isCallExpression(expression) ? expression.expression : expression;
  const root = ts.isPropertyAccessExpression(callee) ? callee.expression : callee;
  if (!ts.isIdentifier(root)) return undefined;
  const binding = bindingOf(root);
  const isWhole = ts.isPropertyAccessExpression(callee);
  const name = isWhole ? callee.name.text : (binding?.name ?? root.text);
  if (!isDecoratorName(name)) return undefined;
  const place = placeOf(callee.getSourceFile(), callee.getStart(), callee.getEnd());
  if (leadsSomewhere(isWhole ? callee.name : root, checker)) return undefined;
  if (binding === undefined) {
    return checker.getSymbolAtLocation(root) === undefined ? { name, place } : undefined;
  }
  return looksLikeOurs(binding.module) ? { name, module: binding.module, place } : undefined;
}

function leadsSomewhere(name: ts.Node, checker: ts.TypeChecker): boolean {
  const symbol = checker.getSymbolAtLocation(name);
  if (symbol === undefined) return false;
  const target = (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
  return (target.declarations?.length ?? 0) > 0;
}

/** A package with our name in its own, or a file of the project. Another package has decorators of its own. */
function looksLikeOurs(module: string): boolean {
  return /sigil/iu.test(module) || /^(?:[.#~]|@\/)/u.test(module);
}

/** The module that a name comes from, and what it is called there. */
function bindingOf(
  identifier: ts.Identifier,
): { readonly module: string; readonly name: string } | undefined {
  for (const statement of identifier.getSourceFile().statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const module = statement.moduleSpecifier.text;
    const { name, namedBindings } = statement.importClause ?? {};
    if (name?.text === identifier.text) return { module, name: identifier.text };
    if (namedBindings === undefined) continue;
    const bindings = ts.isNamespaceImport(namedBindings) ? [namedBindings] : namedBindings.elements;
    const binding = bindings.find((one) => one.name.text === identifier.text);
    if (binding === undefined) continue;
    const original = ts.isImportSpecifier(binding) ? binding.propertyName : undefined;
    return { module, name: (original ?? binding.name).text };
  }
  return undefined;
}

/** The modules that a file names in its imports. */
function importsOf(source: ts.SourceFile): readonly ts.StringLiteral[] {
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    return [statement.moduleSpecifier];
  });
}
