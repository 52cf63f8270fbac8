import { join } from 'node:path/posix';
import { z } from 'zod';
import type { Tree } from '../tree/tree.js';
import { publicPackages, workspacePackages } from '../tree/workspace-packages.js';
import type { Check, Finding } from './check.js';

const tsconfig = z.looseObject({ references: z.array(z.object({ path: z.string() })).default([]) });

/** `tsc -b` builds in the order of the floors, because references are the dependencies. */
export const referencesCheck: Check = {
  rule: 'the references of a tsconfig.json are the workspace dependencies of its package',
  find(tree) {
    const folders = new Map(workspacePackages(tree).map(({ folder, manifest }) => [manifest.name, folder]));
    const packages = publicPackages(tree);
    const built = packages.map(({ folder }) => folder);
    return [
      ...packages.flatMap(({ folder, manifest }) => {
        const names = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
        const wanted = names.flatMap((name) => folders.get(name) ?? []);
        return differences(tree, folder, wanted);
      }),
      ...differences(tree, '', built),
    ];
  },
};

function differences(tree: Tree, folder: string, wanted: readonly string[]): Finding[] {
  const path = join(folder, 'tsconfig.json');
  if (!tree.has(path)) return [{ path, message: 'is missing: every package that users install has one.' }];
  const found = references(tree, path).map((reference) => join(folder, reference));
  return [
    ...wanted
      .filter((each) => !found.includes(each))
      .map((each) => ({ path, message: `does not reference ${each}, which package.json depends on.` })),
    ...found
      .filter((each) => !wanted.includes(each))
      .map((each) => ({ path, message: `references ${each}, which package.json does not depend on.` })),
  ];
}

function references(tree: Tree, path: string): string[] {
  return tsconfig.parse(JSON.parse(tree.text(path))).references.map((reference) => reference.path);
}
