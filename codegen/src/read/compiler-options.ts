import { UsageError } from '@sigil/spec';
import { dirname, resolve } from 'node:path';
import type { OwnPlaces } from '../sources/ambient-files.js';
import { ts } from './ts-morph.js';

/** The project's compiler options, as far as they decide what an import means. */
export interface ProjectOptions {
  readonly options: ts.CompilerOptions;
  /** Absolute paths of the configuration file and of all that it extends or references. */
  readonly files: readonly string[];
  /** Where the files of the project are. */
  readonly places: OwnPlaces;
  /** Whether a file that lies there is one of the project. */
  readonly holds: (file: string) => boolean;
}

/**
 * Reads the options of a project. A solution-style configuration (`"files": []` and references) has none of its own:
 * then those of the referenced project count that holds the most of the given sources.
 *
 * @param root absolute
 * @param tsconfig absolute; the nearest `tsconfig.json` at or above the root when absent
 * @param sources absolute paths
 * @throws UsageError for a file that is missing or is no JSON
 */
export function readCompilerOptions(
  root: string,
  tsconfig: string | undefined,
  sources: readonly string[],
): ProjectOptions {
  const path =
    tsconfig === undefined
      ? ts.findConfigFile(root, (file) => ts.sys.fileExists(file))
      : resolve(root, tsconfig);
  if (path === undefined) {
    return {
      options: { moduleResolution: ts.ModuleResolutionKind.NodeNext, module: ts.ModuleKind.NodeNext },
      files: [],
      places: { folders: [[root, true]], files: [], outputs: [] },
      holds: () => true,
    };
  }
  const top = parseConfig(path, false);
  if (!isSolution(top.parsed))
    return { ...ownFiles(path, top), options: top.parsed.options, files: top.files };

  const wanted = new Set(sources.map((file) => resolve(file)));
  const projects = references(top.parsed).map((file) => parseConfig(file, true));
  const held = (project: Config): number =>
    project.parsed.fileNames.filter((file) => wanted.has(resolve(file))).length;
  const best = projects.toSorted((a, b) => held(b) - held(a))[0] ?? top;
  return {
    ...ownFiles(best.files[0] ?? path, best),
    options: best.parsed.options,
    files: [...top.files, ...projects.flatMap((project) => project.files)],
  };
}

function ownFiles(path: string, { parsed, includes }: Config): Pick<ProjectOptions, 'places' | 'holds'> {
  const { outDir, declarationDir } = parsed.options;
  const folders = Object.entries(parsed.wildcardDirectories ?? {}).map(
    ([folder, flags]): OwnPlaces['folders'][number] => [
      resolve(folder),
      flags === ts.WatchDirectoryFlags.Recursive,
    ],
  );
  const named = includes.filter((pattern) => /\.[cm]?tsx?$/u.test(pattern) && !/[*?]/u.test(pattern));
  const files = [...parsed.fileNames, ...named.map((file) => resolve(dirname(path), file))];
  const all: OwnPlaces['folders'] = folders.length > 0 ? folders : [[dirname(path), true]];
  let members: ReadonlySet<string> | undefined;
  return {
    places: {
      folders: all,
      files: files.filter((file) => !all.some(([folder, deep]) => deep && file.startsWith(`${folder}/`))),
      outputs: [outDir, declarationDir].filter((folder) => folder !== undefined),
    },
    // A list of files names where a program begins: what those import belongs to it.
    holds: (file) => {
      if (folders.length === 0) return true;
      members ??= new Set(parseConfig(path, true).parsed.fileNames.map((member) => resolve(member)));
      return members.has(file);
    },
  };
}

interface Config {
  readonly parsed: ts.ParsedCommandLine;
  readonly files: readonly string[];
  /** Patterns of the files of the project. */
  readonly includes: readonly string[];
}

/** @param withFiles whether to list the files of the project, which takes a walk through its folders */
function parseConfig(path: string, withFiles: boolean): Config {
  const source = ts.readJsonConfigFile(path, (file) => ts.sys.readFile(file));
  const problem = parseProblem(source);
  if (problem !== undefined)
    throw new UsageError(`Cannot read ${path}: ${problem}. Repair it, or name another file.`);
  let includes: readonly string[] = [];
  const host: ts.ParseConfigHost = {
    ...ts.sys,
    readDirectory(folder, extensions, excluded, included, depth) {
      includes = included;
      return withFiles ? ts.sys.readDirectory(folder, extensions, excluded, included, depth) : [];
    },
  };
  const parsed = ts.parseJsonSourceFileConfigFileContent(source, host, dirname(path), undefined, path);
  return { parsed, files: [path, ...(source.extendedSourceFiles ?? [])], includes };
}

function parseProblem(source: ts.TsConfigSourceFile): string | undefined {
  // Set by the parser, left out of its public type.
  const found: unknown = Reflect.get(source, 'parseDiagnostics');
  const first: unknown = Array.isArray(found) ? found[0] : undefined;
  if (typeof first !== 'object' || first === null || !('messageText' in first)) return undefined;
  return String(first.messageText).replace(/\.$/u, '');
}

function isSolution(parsed: ts.ParsedCommandLine): boolean {
  const raw: unknown = parsed.raw;
  const files: unknown = typeof raw === 'object' && raw !== null && 'files' in raw ? raw.files : undefined;
  return Array.isArray(files) && files.length === 0 && (parsed.projectReferences ?? []).length > 0;
}

function references(parsed: ts.ParsedCommandLine): string[] {
  return (parsed.projectReferences ?? [])
    .map((reference) => ts.resolveProjectReferencePath(reference))
    .filter((path) => ts.sys.fileExists(path));
}
