import { ts } from './ts-morph.js';
import type { DecoratorName, DecoratorUse } from '../declaration/class-declaration.js';
import type { PlaceOf } from './place-of.js';

/** Finds our decorators on nodes, by what their names stand for and never by the names themselves. */
export type DecoratorFinder = (node: ts.Node) => readonly DecoratorUse[];

/**
 * @param standIn the declarations that stand for the package `sigil`: an alias, a namespace or a re-export leads there too
 */
export function decoratorFinder(
  checker: ts.TypeChecker,
  standIn: ts.SourceFile,
  placeOf: PlaceOf,
): DecoratorFinder {
  // A member is asked for more than once, also as one of a base.
  const known = new WeakMap<ts.Node, readonly DecoratorUse[]>();
  const find: DecoratorFinder = (node) => {
    const decorators = ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : [];
    return decorators.flatMap((decorator): DecoratorUse[] => {
      const call = ts.isCallExpression(decorator.expression) ? decorator.expression : undefined;
      const name = nameOf(call?.expression ?? decorator.expression, checker, standIn);
      if (name === undefined) return [];
      return [
        {
          name,
          place: placeOf(node.getSourceFile(), decorator.getStart(), decorator.getEnd()),
          called: call !== undefined,
          argumentCount: call?.arguments.length ?? 0,
        },
      ];
    });
  };
  return (node) => {
    const uses = known.get(node) ?? find(node);
    known.set(node, uses);
    return uses;
  };
}

function nameOf(
  callee: ts.Expression,
  checker: ts.TypeChecker,
  standIn: ts.SourceFile,
): DecoratorName | undefined {
  const identifier = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
  const symbol = checker.getSymbolAtLocation(identifier);
  if (symbol === undefined) return undefined;
  const target = (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
  // const Input = InputField
  const constant = target.declarations?.find(ts.isVariableDeclaration)?.initializer;
  if (constant !== undefined && (ts.isIdentifier(constant) || ts.isPropertyAccessExpression(constant))) {
    return nameOf(constant, checker, standIn);
  }
  const isOurs = target.declarations?.some((declaration) => declaration.getSourceFile() === standIn) === true;
  return isOurs && isDecoratorName(target.name) ? target.name : undefined;
}

/** True for the names of our decorators. */
export function isDecoratorName(name: string): name is DecoratorName {
  return name === 'Signature' || name === 'Program' || name === 'InputField' || name === 'OutputField';
}

/** True for the decorators that stand on members. */
export function isFieldDecorator({ name }: DecoratorUse): boolean {
  return name === 'InputField' || name === 'OutputField';
}
