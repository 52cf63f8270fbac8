import { dirname, join } from 'node:path';
import { ts } from './ts-morph.js';

/**
 * Whether the package `sigil` is there for a file. What the compiler reads of it is stood in for, so that nothing else
 * would notice that it is not installed.
 */
export function sigilFinder(options: ts.CompilerOptions): (file: string) => boolean {
  const known = new Map<string, boolean>();
  const isInstalled = (folder: string): boolean => {
    const found = known.get(folder) ?? isBeside(folder);
    known.set(folder, found);
    if (found || dirname(folder) === folder) return found;
    const above = isInstalled(dirname(folder));
    known.set(folder, above);
    return above;
  };
  return (file) => {
    const folder = dirname(file);
    if (isInstalled(folder)) return true;
    // By a path alias, or as the package itself.
    const { resolvedModule } = ts.resolveModuleName('sigil', file, options, ts.sys);
    known.set(folder, resolvedModule !== undefined);
    return resolvedModule !== undefined;
  };
}

/** Packages of a folder that are installed in it, or in the archives that its `.pnp.cjs` names. */
function isBeside(folder: string): boolean {
  return (
    ts.sys.fileExists(join(folder, 'node_modules', 'sigil', 'package.json')) ||
    ts.sys.fileExists(join(folder, '.pnp.cjs'))
  );
}
