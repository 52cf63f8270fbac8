import { dirname, resolve } from 'node:path';
import { ambientNames, type AmbientNames } from './ambient-names.js';
import { namedModules, type NamedModules } from './needed-imports.js';
import { ts } from './ts-morph.js';

/** Where an import leads. */
interface Resolution {
  /** Absolute; absent where nothing was found. */
  readonly file?: string;
  /** Absolute paths that decide the same another time: looked for in vain, or read on the way. */
  readonly looked: readonly string[];
  /** Where nothing was found, all absolute paths at which it was looked for. */
  readonly awaited: readonly string[];
}

/**
 * The files of one project, kept between readings: a file is parsed again when its text changed, and where imports lead
 * is found again when a file came or went.
 */
export class ParsedFiles {
  readonly #files = new Map<string, ts.SourceFile>();
  readonly #resolutions = new Map<string, readonly Resolution[]>();
  readonly #modules = new WeakMap<ts.SourceFile, NamedModules>();
  readonly #ambient = new Map<string, { readonly text: string; readonly names: AmbientNames }>();
  #program: ts.Program | undefined;
  #options = '';

  /** Forgets everything where it was parsed with other options. */
  keepFor(options: ts.CompilerOptions): void {
    const key = JSON.stringify(options);
    if (key === this.#options) return;
    this.#options = key;
    this.#files.clear();
    this.#resolutions.clear();
    this.#program = undefined;
  }

  /** The program of the last reading; undefined where its imports may lead elsewhere now. */
  get program(): ts.Program | undefined {
    if (this.#program !== undefined && !this.#leadsWhereItDid()) this.#program = undefined;
    return this.#program;
  }

  set program(program: ts.Program | undefined) {
    this.#program = program;
  }

  /** A file, parsed; the same object as long as its text is the same. */
  parse(path: string, text: string, how: ts.ScriptTarget | ts.CreateSourceFileOptions): ts.SourceFile {
    const known = this.#files.get(path);
    const format = typeof how === 'object' ? how.impliedNodeFormat : undefined;
    if (known !== undefined && known.text === text && known.impliedNodeFormat === format) return known;
    const file = ts.createSourceFile(path, text, how);
    this.#files.set(path, file);
    return file;
  }

  /** The modules that a file names. */
  modulesOf(source: ts.SourceFile): NamedModules {
    const known = this.#modules.get(source) ?? namedModules(source);
    this.#modules.set(source, known);
    return known;
  }

  /** What other files see of a file without importing it. */
  ambientNamesOf(path: string, text: string): AmbientNames {
    const known = this.#ambient.get(path);
    if (known !== undefined && known.text === text) return known.names;
    const names = ambientNames(path, text);
    this.#ambient.set(path, { text, names });
    return names;
  }

  /** Notes where the imports of a file lead. */
  note(path: string, resolutions: readonly ts.ResolvedModuleWithFailedLookupLocations[]): void {
    const found = resolutions.map(({ resolvedModule, ...rest }): Resolution => {
      const all = ['failedLookupLocations', 'affectingLocations'].flatMap((key) => pathsAt(rest, key));
      const looked = all
        // Most of these are folders above the project in which nobody puts anything.
        .filter((location) => !location.includes('/node_modules/') || location.endsWith('package.json'));
      const file = resolvedModule?.resolvedFileName;
      return file === undefined ? { looked, awaited: all } : { file, looked, awaited: [] };
    });
    this.#resolutions.set(path, found);
  }

  /** Absolute paths at which imports that lead nowhere were looked for: in a package that is not built, for one. */
  awaited(): ReadonlySet<string> {
    const found = new Set<string>();
    for (const resolutions of this.#resolutions.values())
      for (const { awaited } of resolutions) for (const path of awaited) found.add(path);
    return found;
  }

  /**
   * Everything that decides what a file says, by absolute path: the file, what it imports as far as types need it, and
   * the paths at which an import would have found something else.
   *
   * @param around files that it sees without importing them
   */
  behind(start: ts.SourceFile, program: ts.Program, around: readonly ts.SourceFile[]): readonly string[] {
    const open = [...new Set([start, ...around])];
    const paths = new Set(open.map(({ fileName }) => fileName));
    for (let file = open.pop(); file !== undefined; file = open.pop()) {
      for (const path of pathsAt(file, 'packageJsonLocations')) paths.add(path);
      const referenced = file.referencedFiles.map(({ fileName }) =>
        resolve(dirname(file.fileName), fileName),
      );
      const imports = this.#resolutions.get(file.fileName) ?? [];
      for (const path of imports.flatMap(({ looked }) => looked)) paths.add(path);
      for (const path of [...referenced, ...imports.flatMap((one) => one.file ?? [])]) {
        const next = paths.has(path) ? undefined : program.getSourceFile(path);
        paths.add(path);
        if (next !== undefined) open.push(next);
      }
    }
    return [...paths];
  }

  #leadsWhereItDid(): boolean {
    for (const resolutions of this.#resolutions.values()) {
      for (const { file, looked, awaited } of resolutions) {
        if (file !== undefined && !ts.sys.fileExists(file)) return false;
        if ([...looked, ...awaited].some((path) => !path.endsWith('package.json') && ts.sys.fileExists(path)))
          return false;
      }
    }
    return true;
  }
}

/** Paths that the compiler keeps and leaves out of its public types. */
function pathsAt(holder: object, key: string): readonly string[] {
  const paths: unknown = Reflect.get(holder, key);
  return Array.isArray(paths) ? paths.filter((path) => typeof path === 'string') : [];
}
