import { importsOf, packageOf } from '../tree/imports.js';
import { shippedFiles } from '../tree/source-files.js';
import type { Tree } from '../tree/tree.js';
import { publicPackages, type WorkspacePackage } from '../tree/workspace-packages.js';
import type { Check, Finding } from './check.js';
import { type Floor, floors } from './floor-table.js';

/** Dependencies and imports, those of types too, go down only. */
export const floorsCheck: Check = {
  rule: 'a package depends on and imports lower floors only, as the table of floors says',
  find: (tree) =>
    publicPackages(tree).flatMap((each) => {
      const floor = floors[each.manifest.name];
      if (floor === undefined || floor.folder !== each.folder) {
        const message = `holds ${each.manifest.name}, which the table of floors does not have there. Add it to floor-table.ts.`;
        return [{ path: each.folder, message }];
      }
      return [...dependencyFindings(each, floor), ...importFindings(tree, each, floor)];
    }),
};

function dependencyFindings({ folder, manifest }: WorkspacePackage, floor: Floor): Finding[] {
  return Object.keys({
    ...manifest.dependencies,
    ...manifest.peerDependencies,
    ...manifest.optionalDependencies,
  })
    .filter((name) => isOurs(name) && !floor.mayImport.includes(name))
    .map((name) => ({
      path: `${folder}/package.json`,
      message: `depends on ${name}. ${allowed(manifest.name, floor)}`,
    }));
}

function importFindings(tree: Tree, { folder, manifest }: WorkspacePackage, floor: Floor): Finding[] {
  return shippedFiles(tree, folder).flatMap((path) =>
    importsOf(tree, path).flatMap(({ specifier, line }) => {
      const name = packageOf(specifier);
      if (name === undefined || !isOurs(name) || name === manifest.name) return [];
      if (!floor.mayImport.includes(name)) {
        return [{ path, line, message: `imports ${specifier}. ${allowed(manifest.name, floor)}` }];
      }
      if (name in manifest.dependencies || name in manifest.peerDependencies) return [];
      return [
        {
          path,
          line,
          message: `imports ${specifier}, which is not in the dependencies of ${manifest.name}.`,
        },
      ];
    }),
  );
}

function isOurs(name: string): boolean {
  return name === 'sigil' || name.startsWith('@sigil/');
}

function allowed(name: string, floor: Floor): string {
  const list = floor.mayImport.length === 0 ? 'none of our packages' : floor.mayImport.join(', ');
  return `${name} is on floor ${floor.floor} and may import ${list}.`;
}
