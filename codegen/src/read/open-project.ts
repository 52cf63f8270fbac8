import { join } from 'node:path';
import { ts } from './ts-morph.js';
import { typesPackages } from './types-packages.js';
import { findAround } from './find-around.js';
import { moduleResolver } from './module-resolver.js';
import { ParsedFiles } from './parsed-files.js';
import { seenEverywhere } from './seen-everywhere.js';

/** Parsed sources, and the checker that finds what a name stands for. */
export interface OpenProject {
  readonly checker: ts.TypeChecker;
  readonly program: ts.Program;
  readonly sources: readonly ts.SourceFile[];
  /** Absolute paths of all files that were read, sources included. */
  readonly files: readonly string[];
  /** Those that all others see without importing them. */
  readonly around: readonly ts.SourceFile[];
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
 * package `sigil` is stood in for by a few lines.
 *
 * @param root absolute
 * @param texts of the sources, by absolute path, without byte order marks
 * @param kept what an earlier reading with the same options parsed
 * @param ambient texts of other files that may say something about types, by absolute path; only those are opened
 * that do
 */
export function openProject(
  root: string,
  texts: ReadonlyMap<string, string>,
  options: ts.CompilerOptions,
  kept: ParsedFiles = new ParsedFiles(),
  ambient: ReadonlyMap<string, string> = new Map(),
): OpenProject {
  const standIn = join(root, 'node_modules', '.sigil', 'decorators.d.ts').replaceAll('\\', '/');
  const compilerOptions = onlyResolution(options);
  kept.keepFor(compilerOptions);
  const decorators = kept.parse(standIn, DECORATORS, ts.ScriptTarget.Latest);
  const host = ts.createCompilerHost(compilerOptions);
  // Every file asks for the package.json around it.
  const packages = ts.createModuleResolutionCache(root, (name) => name, compilerOptions);
  let before = kept.program;
  let opened = new Set(before?.getSourceFiles().map(({ fileName }) => fileName));
  const candidates = new Map([...ambient, ...typesPackages(root, options, host)]);
  let around = [...candidates.keys()].filter((path) => opened.has(path));
  for (;;) {
    const resolver = moduleResolver({ host, packages, kept, standIn, opened });
    const program = ts.createProgram({
      ...(before === undefined ? {} : { oldProgram: before }),
      // What is said more about a type is read in the same order, whichever sources are wanted.
      rootNames: [...new Set([standIn, ...around, ...texts.keys()])],
      options: compilerOptions,
      host: {
        ...host,
        getSourceFile(path, version) {
          if (path === standIn) return decorators;
          const text = texts.get(path) ?? ambient.get(path) ?? ts.sys.readFile(path);
          return text === undefined ? undefined : kept.parse(path, text, version);
        },
        getModuleResolutionCache: () => packages,
        resolveModuleNameLiterals: resolver.resolve,
        resolveTypeReferenceDirectiveReferences: (references, file, redirected, resolving, source) =>
          references.map((reference) => {
            // The libraries of a project: they say nothing about its own types.
            if (ambient.has(file)) return { resolvedTypeReferenceDirective: undefined };
            const [name, mode] =
              typeof reference === 'string' ? [reference] : [reference.fileName, reference.resolutionMode];
            const format = mode ?? source?.impliedNodeFormat;
            return ts.resolveTypeReferenceDirective(
              name,
              file,
              resolving,
              host,
              redirected,
              undefined,
              format,
            );
          }),
      },
    });
    // A second round asks again where imports lead.
    before = undefined;
    opened = new Set(program.getSourceFiles().map(({ fileName }) => fileName));
    const more = findAround(candidates, program, { host, packages, kept });
    const all = [...candidates.keys()].filter((path) => around.includes(path) || more.includes(path));
    if (all.length > around.length || [...resolver.passedOver].some((path) => opened.has(path))) {
      around = all;
      continue;
    }
    kept.program = program;
    return {
      // Made first: it gives every node its parent.
      checker: program.getTypeChecker(),
      program,
      sources: [...texts.keys()].map((path) => sourceAt(path, program)),
      files: [...opened].filter((file) => file !== standIn),
      around: program.getSourceFiles().filter((file) => file !== decorators && seenEverywhere(file)),
      decorators,
    };
  }
}

function sourceAt(path: string, program: ts.Program): ts.SourceFile {
  const source = program.getSourceFile(path);
  if (source === undefined) throw new Error(`The compiler did not take ${path} into its program.`);
  return source;
}

/** The options that decide where an import leads. All others ask for libraries, for output or for checks. */
const RESOLUTION = [
  'target',
  'module',
  'moduleResolution',
  'moduleDetection',
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
