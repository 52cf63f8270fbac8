import { doorSource, isDoor } from '../tree/package-doors.js';
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
