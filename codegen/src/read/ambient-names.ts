import { ts } from './ts-morph.js';

/** What a file says about types of other files. */
export interface AmbientNames {
  /** Names that are known everywhere. */
  readonly globals: ReadonlySet<string>;
  /** Modules about which it says more, or everything: `declare module 'kinds'`. */
  readonly modules: readonly string[];
  /** Whether it refers to files that declare names too. */
  readonly refersOn: boolean;
}

/** Reads what other files would see of a file without importing it. */
export function ambientNames(path: string, text: string): AmbientNames {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  const globals = new Set<string>();
  const modules: string[] = [];
  if (!ts.isExternalModule(source)) addNames(source.statements, globals);
  for (const statement of source.statements) {
    if (ts.isNamespaceExportDeclaration(statement)) globals.add(statement.name.text);
    if (!ts.isModuleDeclaration(statement)) continue;
    const { name, body } = statement;
    if (ts.isStringLiteral(name)) modules.push(name.text);
    for (const block of globalBlocks(statement)) addNames(block.statements, globals);
    if (body !== undefined && ts.isModuleBlock(body)) {
      for (const inner of body.statements.filter(ts.isModuleDeclaration))
        for (const block of globalBlocks(inner)) addNames(block.statements, globals);
    }
  }
  return { globals, modules, refersOn: source.referencedFiles.length > 0 };
}

/** `declare global { }` */
function globalBlocks({ name, body }: ts.ModuleDeclaration): readonly ts.ModuleBlock[] {
  const isGlobal = ts.isIdentifier(name) && name.text === 'global';
  return isGlobal && body !== undefined && ts.isModuleBlock(body) ? [body] : [];
}

function addNames(statements: Iterable<ts.Statement>, names: Set<string>): void {
  for (const statement of statements) {
    if (ts.isVariableStatement(statement)) {
      for (const { name } of statement.declarationList.declarations) {
        if (ts.isIdentifier(name)) names.add(name.text);
      }
    } else if (isNamed(statement) && statement.name !== undefined && ts.isIdentifier(statement.name)) {
      names.add(statement.name.text);
    }
  }
}

function isNamed(node: ts.Statement): node is ts.DeclarationStatement {
  return (
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isModuleDeclaration(node) ||
    ts.isImportEqualsDeclaration(node)
  );
}
