import { relative, resolve } from 'node:path';
import { ts } from './ts-morph.js';
import type { ClassDeclaration } from '../declaration/class-declaration.js';
import type { SourceDeclaration } from '../declaration/source-declaration.js';
import { readCompilerOptions } from './compiler-options.js';
import { decoratorFinder, type DecoratorFinder } from './decorators.js';
import { openProject, type OpenProject } from './open-project.js';
import { placeFinder, type PlaceOf } from './place-of.js';
import { readClass } from './read-class.js';
import { readWiring } from './read-wiring.js';
import { strayDocs } from './stray-docs.js';

/** What was read, and from which files. */
export interface ReadSources {
  /** In the order of the given sources. */
  readonly declarations: readonly SourceDeclaration[];
  /** Absolute paths of everything that the result depends on. */
  readonly files: readonly string[];
}

/**
 * Reads the signature classes of sources.
 *
 * @param root absolute
 * @param texts of the sources, by path relative to the root
 * @throws UsageError for a compiler configuration that cannot be read
 */
export function readSources(
  root: string,
  texts: ReadonlyMap<string, string>,
  tsconfig?: string,
): ReadSources {
  const paths = [...texts.keys()];
  const absolute = new Map(
    [...texts].map(([path, text]) => [
      resolve(root, path).replaceAll('\\', '/'),
      text.replace(/^\uFEFF/u, ''),
    ]),
  );
  const config = readCompilerOptions(root, tsconfig, [...absolute.keys()]);
  const project = openProject(root, absolute, config.options);
  // A file that was imported from a package is known by its real path.
  const realRoot = ts.sys.realpath?.(root) ?? root;
  const nameOf = (path: string): string =>
    relative(path.startsWith(`${realRoot}/`) ? realRoot : root, path).replaceAll('\\', '/');
  const placeOf = placeFinder(nameOf);
  const decoratorsOf = decoratorFinder(project.checker, project.decorators, placeOf);
  return {
    declarations: project.sources.map((source, at) =>
      readSource(source, paths[at] ?? '', decoratorsOf, project, placeOf),
    ),
    files: [...config.files, ...project.files],
  };
}

/** Reads one source of an open project. */
export function readSource(
  source: ts.SourceFile,
  file: string,
  decoratorsOf: DecoratorFinder,
  { checker, program }: OpenProject,
  placeOf: PlaceOf,
): SourceDeclaration {
  const classes: ClassDeclaration[] = [];
  const signatures: ts.ClassLikeDeclaration[] = [];
  const visited = new Set<ts.Node>();
  const reader = {
    checker,
    placeOf,
    decoratorsOf,
    definesFields: definesFields(program.getCompilerOptions()),
    onVisit: (declaration: ts.Node) => visited.add(declaration),
  };
  for (const node of classesIn(source)) {
    const read = readClass(node, reader);
    if (read === undefined) continue;
    classes.push(read);
    visited.add(node);
    if (read.decorators.length > 0) signatures.push(node);
  }
  const own = [...visited].filter((node) => !node.getSourceFile().fileName.includes('/node_modules/'));
  const files = new Set([source, ...own.map((node) => node.getSourceFile())]);
  return {
    file,
    text: source.text,
    syntaxErrors: [...files].flatMap((one) => syntaxErrors(one, program, placeOf)),
    classes,
    strayDocs: own.flatMap((node) =>
      strayDocs(node).map(([start, end]) => placeOf(node.getSourceFile(), start, end)),
    ),
    wiring: readWiring(source, signatures),
  };
}

/** Where a file is no TypeScript, in the words of the parser. */
/** Whether a field that is declared again is defined again, which the compiler then refuses (TS2612). */
function definesFields({ useDefineForClassFields, target }: ts.CompilerOptions): boolean {
  return useDefineForClassFields ?? (target === undefined || target >= ts.ScriptTarget.ES2022);
}

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
