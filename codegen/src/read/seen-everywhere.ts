import { ts } from './ts-morph.js';

/** True for a file whose declarations others see without importing it. */
export function seenEverywhere(source: ts.SourceFile): boolean {
  return (
    !ts.isExternalModule(source) ||
    source.statements.some(
      (statement) =>
        ts.isModuleDeclaration(statement) &&
        (ts.isStringLiteral(statement.name) || statement.name.text === 'global'),
    )
  );
}
