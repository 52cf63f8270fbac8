import { join } from 'node:path/posix';
import { publicPackages } from '../tree/workspace-packages.js';
import type { Check } from './check.js';

/** Every way of resolving a package finds both its types and its code. */
export const exportsMapCheck: Check = {
  rule: "every entry of exports has 'types' and 'default', built from a source file",
  find: (tree) =>
    publicPackages(tree).flatMap(({ folder, manifest }) => {
      const path = `${folder}/package.json`;
      const doors = Object.entries(manifest.exports).filter(([key]) => isDoor(key));
      if (doors.length === 0) return [{ path, message: "has no 'exports': nobody can import the package." }];
      return doors.flatMap(([key, target]) => {
        if (typeof target === 'string' || Object.keys(target).join() !== 'types,default') {
          const found = typeof target === 'string' ? `'${target}'` : Object.keys(target).join(', ');
          return [{ path, message: `exports '${key}' as ${found}, expected 'types', then 'default'.` }];
        }
        const source = doorSource(folder, target);
        if (source === undefined || target['types'] !== target['default']?.replace(/\.js$/, '.d.ts')) {
          return [
            {
              path,
              message: `exports '${key}' from two places, expected ./dist/NAME.d.ts and ./dist/NAME.js.`,
            },
          ];
        }
        return tree.has(source) ? [] : [{ path, message: `exports '${key}', but there is no ${source}.` }];
      });
    }),
};

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
