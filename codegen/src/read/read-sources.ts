import { relative, resolve } from 'node:path';
import { ts } from './ts-morph.js';
import type { ProgramDeclaration } from '../declaration/program-declaration.js';
import type { ClassDeclaration } from '../declaration/class-declaration.js';
import type { SourceDeclaration } from '../declaration/source-declaration.js';
import { hashAmbientFiles, readAmbientFiles, type AmbientFiles } from '../sources/ambient-files.js';
import { readCompilerOptions } from './compiler-options.js';
import { decoratorFinder, type DecoratorFinder } from './decorators.js';
import { openProject, type OpenProject } from './open-project.js';
import { ParsedFiles } from './parsed-files.js';
import { sigilFinder, type SigilState } from './find-sigil.js';
import { looseNulls } from './loose-nulls.js';
import { missingDecorators } from './missing-decorators.js';
import { placeFinder, type PlaceOf } from './place-of.js';
import { Programs } from './program/read-programs.js';
import { readClass } from './read-class.js';
import { readWiring } from './read-wiring.js';
import { strayDocs } from './stray-docs.js';

/** What was read, and from which files. */
export interface ReadSources {
  /** In the order of the given sources. */
  readonly declarations: readonly SourceDeclaration[];
  /** Absolute paths of everything that the result depends on. */
  readonly files: readonly string[];
  /** The same for each source, by its path relative to the root. */
  readonly behind: ReadonlyMap<string, readonly string[]>;
  /** The files that sources see without importing them. */
  readonly ambient: AmbientFiles;
}

/** What of the sources to read, and what to read it with. */
export interface Reading {
  /** Compiler configuration; the nearest `tsconfig.json` when absent. */
  readonly tsconfig?: string | undefined;
  /** Paths of the sources whose classes are wanted, relative to the root; all when absent. */
  readonly wanted?: ReadonlySet<string>;
  /** What an earlier reading parsed. Then all sources are kept parsed for the next one. */
  readonly kept?: ParsedFiles | undefined;
}

/**
 * Reads the signature classes of sources.
 *
 * @param root absolute
 * @param texts of the sources, by path relative to the root
 * @returns what was found, for the wanted sources
 * @throws UsageError for a compiler configuration that cannot be read
 */
export function readSources(
  root: string,
  texts: ReadonlyMap<string, string>,
  { tsconfig, wanted, kept }: Reading = {},
): ReadSources {
  const absolute = new Map(
    [...texts].map(([path, text]) => [absolutePath(root, path), text.replace(/^\uFEFF/u, '')]),
  );
  const config = readCompilerOptions(root, tsconfig, [...absolute.keys()]);
  const around = readAmbientFiles(config.places, (path) => absolute.get(path));
  const paths = [...texts.keys()].filter((path) => wanted?.has(path) !== false);
  const parsed = kept ?? new ParsedFiles();
  const opened = kept === undefined ? pick(absolute, paths, root) : absolute;
  const project = openProject(
    root,
    opened,
    config.options,
    parsed,
    new Map([...around].filter(([path]) => config.holds(path))),
  );
  // A file that was imported from a package is known by its real path.
  const realRoot = ts.sys.realpath?.(root) ?? root;
  const nameOf = (path: string): string =>
    relative(path.startsWith(`${realRoot}/`) ? realRoot : root, path).replaceAll('\\', '/');
  const placeOf = placeFinder(nameOf);
  const decoratorsOf = decoratorFinder(project.checker, project.decorators, placeOf);
  const sources = new Map(project.sources.map((source) => [source.fileName, source]));
  const read = paths.flatMap((path) => {
    const source = sources.get(absolutePath(root, path));
    return source === undefined ? [] : [{ path, source }];
  });
  const stateOfSigil = sigilFinder(config.options);
  const loose = looseNulls(config.options, config.files, placeOf);
  return {
    declarations: read.map(({ path, source }) => ({
      ...readSource(source, path, decoratorsOf, project, placeOf, stateOfSigil),
      ...(loose === undefined ? {} : { looseNulls: loose }),
    })),
    files: [...config.files, ...project.files],
    behind: new Map(
      read.map(({ path, source }) => [
        path,
        [...config.files, ...parsed.behind(source, project.program, project.around)],
      ]),
    ),
    ambient: hashAmbientFiles(config.places, around),
  };
}

function absolutePath(root: string, path: string): string {
  return resolve(root, path).replaceAll('\\', '/');
}

function pick(
  texts: ReadonlyMap<string, string>,
  paths: readonly string[],
  root: string,
): Map<string, string> {
  return new Map(
    paths.map((path) => absolutePath(root, path)).map((path) => [path, texts.get(path) ?? ''] as const),
  );
}

/** Reads one source of an open project. */
export function readSource(
  source: ts.SourceFile,
  file: string,
  decoratorsOf: DecoratorFinder,
  { checker, program, decorators: standIn }: OpenProject,
  placeOf: PlaceOf,
  stateOfSigil: (file: string) => SigilState = () => 'there',
): SourceDeclaration {
  const classes: ClassDeclaration[] = [];
  const programs: ProgramDeclaration[] = [];
  const marked: ts.ClassLikeDeclaration[] = [];
  const visited = new Set<ts.Node>();
  const reader = {
    checker,
    placeOf,
    decoratorsOf,
    definesFields: definesFields(program.getCompilerOptions()),
    onVisit: (declaration: ts.Node) => visited.add(declaration),
  };
  const behindPrograms = new Set<ts.Node>();
  const programReader = new Programs({
    checker,
    standIn,
    decoratorsOf,
    placeOf,
    onVisit: (node) => behindPrograms.add(node),
  });
  const all = classesIn(source);
  for (const node of all) {
    const found = programReader.read(node);
    if (found !== undefined) programs.push(found);
    const read = readClass(node, reader);
    if (read !== undefined) {
      classes.push(read);
      visited.add(node);
    }
    if (found !== undefined || (read !== undefined && read.decorators.length > 0)) marked.push(node);
  }
  const own = [...visited].filter((node) => !node.getSourceFile().fileName.includes('/node_modules/'));
  const files = new Set([source, ...[...own, ...behindPrograms].map((node) => node.getSourceFile())]);
  return {
    file,
    text: source.text,
    syntaxErrors: [...files].flatMap((one) => syntaxErrors(one, program, placeOf)),
    classes,
    programs,
    strayDocs: own.flatMap((node) =>
      strayDocs(node).map(([start, end]) => placeOf(node.getSourceFile(), start, end)),
    ),
    missingDecorators: missingDecorators(source, all, { checker, decoratorsOf, placeOf, stateOfSigil }),
    wiring: readWiring(source, marked),
  };
}

/** Whether a field that is declared again is defined again, which the compiler then refuses (TS2612). */
function definesFields({ useDefineForClassFields, target }: ts.CompilerOptions): boolean {
  return useDefineForClassFields ?? (target === undefined || target >= ts.ScriptTarget.ES2022);
}

/** Where a file is no TypeScript, in the words of the parser. */
export function syntaxErrors(
  source: ts.SourceFile,
  program: ts.Program,
  placeOf: PlaceOf,
): SourceDeclaration['syntaxErrors'] {
  return program.getSyntacticDiagnostics(source).map(({ start, length, messageText }) => ({
    place: placeOf(source, start, start + length),
    message: ts.flattenDiagnosticMessageText(messageText, ' '),
  }));
}

/** All classes of a file, also those inside of functions, in the order in which they stand. */
function classesIn(source: ts.SourceFile): ts.ClassLikeDeclaration[] {
  const found: ts.ClassLikeDeclaration[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isClassLike(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
