import { ts } from '../ts-morph.js';

/** The declarations that a name stands for, or undefined where none can be found. */
export function declarationsOf(
  name: ts.Node,
  checker: ts.TypeChecker,
): readonly ts.Declaration[] | undefined {
  const symbol = checker.getSymbolAtLocation(name);
  if (symbol === undefined) return undefined;
  const target = (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
  const declarations = target.declarations ?? [];
  return declarations.length === 0 ? undefined : declarations;
}
