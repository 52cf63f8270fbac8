import type { ParsedFiles } from './parsed-files.js';
import { ts } from './ts-morph.js';

/** What finds out where a name leads. */
interface Lookup {
  readonly host: ts.CompilerHost;
  readonly packages: ts.ModuleResolutionCache;
  readonly kept: ParsedFiles;
}

/**
 * Those of the files that may say something about types that do so for the types of a program: they declare a global
 * name that it uses, or say more about a module that it has open.
 *
 * @param ambient texts by absolute path
 */
export function findAround(
  ambient: ReadonlyMap<string, string>,
  program: ts.Program,
  { host, packages, kept }: Lookup,
): readonly string[] {
  if (ambient.size === 0) return [];
  const options = program.getCompilerOptions();
  const modules = program.getSourceFiles().map((source) => kept.modulesOf(source));
  const mentioned = new Set(modules.flatMap((one) => [...one.mentioned]));
  const imported = new Set(modules.flatMap((one) => [...one.needed]));
  const isOpen = (name: string, path: string): boolean => {
    const mode = ts.getImpliedNodeFormatForFile(path, packages.getPackageJsonInfoCache(), host, options);
    const { resolvedModule } = ts.resolveModuleName(name, path, options, host, packages, undefined, mode);
    return (
      resolvedModule !== undefined && program.getSourceFile(resolvedModule.resolvedFileName) !== undefined
    );
  };
  return [...ambient].flatMap(([path, text]) => {
    const names = kept.ambientNamesOf(path, text);
    const isAround =
      names.refersOn ||
      [...names.globals].some((name) => mentioned.has(name)) ||
      names.modules.some((name) => imported.has(name) || isOpen(name, path));
    return isAround ? [path] : [];
  });
}
