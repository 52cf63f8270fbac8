import { join } from 'node:path';
import { ts } from './ts-morph.js';
import { neededImports } from './needed-imports.js';
import { ParsedFiles } from './parsed-files.js';

/** Parsed sources, and the checker that finds what a name stands for. */
export interface OpenProject {
  readonly checker: ts.TypeChecker;
  readonly program: ts.Program;
  readonly sources: readonly ts.SourceFile[];
  /** Absolute paths of all files that were read, sources included. */
  readonly files: readonly string[];
  /** The declarations that stand for the package `sigil`. */
  readonly decorators: ts.SourceFile;
}

/** What stands in for the package `sigil`. */
export const DECORATORS = `export declare function Signature(): unknown;
export declare function Program(): unknown;
export declare function InputField(): unknown;
export declare function OutputField(): unknown;
export type int = number;
export declare class Predict<C> {
  constructor(signature: C, options?: unknown);
  readonly signature: C;
}
export declare abstract class Module {}
`;

/**
 * Opens sources for reading. Types are read from their declarations, so that no library has to be loaded: not the
 * standard one (a second of parsing), not `@types`, not zod, not the generated files, which may not exist yet. The
 * package `sigil` is stood in for by three lines.
 *
 * @param root absolute
 * @param texts of the sources, by absolute path, without byte order marks
 * @param kept what an earlier reading with the same options parsed
 */
export function openProject(
  root: string,
  texts: ReadonlyMap<string, string>,
  options: ts.CompilerOptions,
  kept: ParsedFiles = new ParsedFiles(),
): OpenProject {
  const standIn = join(root, 'node_modules', '.sigil', 'decorators.d.ts').replaceAll('\\', '/');
  const compilerOptions = onlyResolution(options);
  kept.keepFor(compilerOptions);
  const decorators = kept.parse(standIn, DECORATORS, ts.ScriptTarget.Latest);
  const host = ts.createCompilerHost(compilerOptions);
  // Every file asks for the package.json around it.
  const packages = ts.createModuleResolutionCache(root, (name) => name, compilerOptions);
  const before = kept.program;
  const program = ts.createProgram({
    ...(before === undefined ? {} : { oldProgram: before }),
    rootNames: [standIn, ...texts.keys()],
    options: compilerOptions,
    host: {
      ...host,
      getSourceFile(path, version) {
        if (path === standIn) return decorators;
        const text = texts.get(path) ?? ts.sys.readFile(path);
        return text === undefined ? undefined : kept.parse(path, text, version);
      },
      getModuleResolutionCache: () => packages,
      resolveModuleNameLiterals(literals, containingFile, _redirected, resolving, source) {
        const needed = neededImports(source);
        const names = literals.map(({ text }) => text);
        const resolved = names.map((name) => {
          if (name === 'sigil')
            return { resolvedModule: { resolvedFileName: standIn, extension: ts.Extension.Dts } };
          if (isNeverRead(name, source) || !needed.has(name)) return { resolvedModule: undefined };
          const mode = source.impliedNodeFormat ?? ts.ModuleKind.ESNext;
          return ts.resolveModuleName(name, containingFile, resolving, host, undefined, undefined, mode);
        });
        // The stand-in is no file that could come or go.
        kept.note(
          containingFile,
          resolved.filter((_, at) => names[at] !== 'sigil'),
        );
        return resolved;
      },
    },
  });
  kept.program = program;
  return {
    // Made first: it gives every node its parent.
    checker: program.getTypeChecker(),
    program,
    sources: [...texts.keys()].map((path) => sourceAt(path, program)),
    files: program
      .getSourceFiles()
      .map((file) => file.fileName)
      .filter((file) => file !== standIn),
    decorators,
  };
}

function sourceAt(path: string, program: ts.Program): ts.SourceFile {
  const source = program.getSourceFile(path);
  if (source === undefined) throw new Error(`The compiler did not take ${path} into its program.`);
  return source;
}

function isNeverRead(name: string, source: ts.SourceFile): boolean {
  // In a declaration file the artifact's type says what the decorators would.
  const isGenerated = !source.isDeclarationFile && /\.gen(?:\.[cm]?[jt]s)?$/u.test(name);
  return isGenerated || /^zod(?:\/|$)/u.test(name) || name === 'sigil/zod';
}

/** The options that decide where an import leads. All others ask for libraries, for output or for checks. */
const RESOLUTION = [
  'target',
  'module',
  'moduleResolution',
  'moduleSuffixes',
  'baseUrl',
  'paths',
  'pathsBasePath',
  'rootDirs',
  'customConditions',
  'allowImportingTsExtensions',
  'preserveSymlinks',
  'experimentalDecorators',
  'useDefineForClassFields',
  'jsx',
] as const;

function onlyResolution(options: ts.CompilerOptions): ts.CompilerOptions {
  const kept = RESOLUTION.map((name) => [name, options[name]] as const).filter(
    ([, value]) => value !== undefined,
  );
  return { ...Object.fromEntries(kept), noLib: true, types: [], noEmit: true };
}
