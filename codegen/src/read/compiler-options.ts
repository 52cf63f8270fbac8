import { UsageError } from '@sigil/spec';
import { dirname, resolve } from 'node:path';
import { ts } from './ts-morph.js';

/** The project's compiler options, as far as they decide what an import means. */
export interface ProjectOptions {
  readonly options: ts.CompilerOptions;
  /** Absolute paths of the configuration file and of all that it extends or references. */
  readonly files: readonly string[];
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
    };
  }
  const top = parseConfig(path, false);
  if (!isSolution(top.parsed)) return { options: top.parsed.options, files: top.files };

  const wanted = new Set(sources.map((file) => resolve(file)));
  const projects = references(top.parsed).map((file) => parseConfig(file, true));
  const held = (project: Config): number =>
    project.parsed.fileNames.filter((file) => wanted.has(resolve(file))).length;
  const best = projects.toSorted((a, b) => held(b) - held(a))[0] ?? top;
  return {
    options: best.parsed.options,
    files: [...top.files, ...projects.flatMap((project) => project.files)],
  };
}

interface Config {
  readonly parsed: ts.ParsedCommandLine;
  readonly files: readonly string[];
}

/** @param withFiles whether to list the files of the project, which takes a walk through its folders */
function parseConfig(path: string, withFiles: boolean): Config {
  const source = ts.readJsonConfigFile(path, (file) => ts.sys.readFile(file));
  const problem = parseProblem(source);
  if (problem !== undefined)
    throw new UsageError(`Cannot read ${path}: ${problem}. Repair it, or name another file.`);
  const host: ts.ParseConfigHost = withFiles ? ts.sys : { ...ts.sys, readDirectory: () => [] };
  const parsed = ts.parseJsonSourceFileConfigFileContent(source, host, dirname(path), undefined, path);
  return { parsed, files: [path, ...(source.extendedSourceFiles ?? [])] };
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
