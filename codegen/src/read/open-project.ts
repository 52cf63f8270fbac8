import { join } from 'node:path';
import { Project, ts } from './ts-morph.js';
import { neededImports } from './needed-imports.js';

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

const DECORATORS = `export declare function Signature(): unknown;
export declare function InputField(): unknown;
export declare function OutputField(): unknown;
`;

/**
 * Opens sources for reading. Types are read from their declarations, so that no library has to be loaded: not the
 * standard one (a second of parsing), not `@types`, not zod, not the generated files, which may not exist yet. The
 * package `sigil` is stood in for by three lines.
 *
 * @param root absolute
 * @param paths absolute paths of the sources
 */
export function openProject(
  root: string,
  paths: readonly string[],
  options: ts.CompilerOptions,
): OpenProject {
  const standIn = join(root, 'node_modules', '.sigil', 'decorators.d.ts').replaceAll('\\', '/');
  const project = new Project({
    skipAddingFilesFromTsConfig: true,
    skipFileDependencyResolution: true,
    compilerOptions: onlyResolution(options),
    resolutionHost: (host, current) => ({
      resolveModuleNames(names, containingFile, _reused, _redirected, _options, source) {
        const needed = source === undefined ? undefined : neededImports(source);
        return names.map((name) => {
          if (name === 'sigil') return { resolvedFileName: standIn, isExternalLibraryImport: false };
          if (isNeverRead(name) || needed?.has(name) === false) return undefined;
          const mode = source?.impliedNodeFormat ?? ts.ModuleKind.ESNext;
          return ts.resolveModuleName(name, containingFile, current(), host, undefined, undefined, mode)
            .resolvedModule;
        });
      },
    }),
  });
  const decorators = project.createSourceFile(standIn, DECORATORS, { overwrite: true }).compilerNode;
  const sources = paths.map((path) => project.addSourceFileAtPath(path).compilerNode);
  const program = project.getProgram().compilerObject;
  return {
    checker: program.getTypeChecker(),
    program,
    sources,
    files: program
      .getSourceFiles()
      .map((file) => file.fileName)
      .filter((file) => file !== standIn),
    decorators,
  };
}

function isNeverRead(name: string): boolean {
  return /\.gen(?:\.[cm]?[jt]s)?$/u.test(name) || /^zod(?:\/|$)/u.test(name) || name === 'sigil/zod';
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
  'jsx',
] as const;

function onlyResolution(options: ts.CompilerOptions): ts.CompilerOptions {
  const kept = RESOLUTION.map((name) => [name, options[name]] as const).filter(
    ([, value]) => value !== undefined,
  );
  return { ...Object.fromEntries(kept), noLib: true, types: [], noEmit: true };
}
