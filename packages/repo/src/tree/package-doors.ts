import { join } from 'node:path/posix';
import type { Tree } from './tree.js';
import { publicPackages } from './workspace-packages.js';

/** What users import of a package: an entry of its `exports`. */
export interface Door {
  /** `sigil`, `@sigil/lm/openai`. */
  readonly specifier: string;
  /** Of the package, `packages/lm`. */
  readonly folder: string;
  /** The file it is built from. */
  readonly source: string;
}

/** The doors of all packages that users install, as far as their source files are there. */
export function packageDoors(tree: Tree): Door[] {
  return publicPackages(tree).flatMap(({ folder, manifest }) =>
    Object.entries(manifest.exports)
      .filter(([key]) => isDoor(key))
      .flatMap(([key, target]) => {
        const source = doorSource(folder, target);
        if (source === undefined || !tree.has(source)) return [];
        return [{ specifier: `${manifest.name}${key.slice(1)}`, folder, source }];
      }),
  );
}

/** False for the entries that give files and not modules. */
export function isDoor(key: string): boolean {
  return key !== './package.json';
}

/** The source file that an entry of `exports` is built from. */
export function doorSource(
  folder: string,
  target: string | Readonly<Record<string, string>>,
): string | undefined {
  const built = /^\.\/dist\/(.+)\.js$/.exec(typeof target === 'string' ? target : (target['default'] ?? ''));
  return built === null ? undefined : join(folder, 'src', `${built[1]}.ts`);
}
