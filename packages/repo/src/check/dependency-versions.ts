import { readManifest, workspacePackages } from '../tree/workspace-packages.js';
import type { Check } from './check.js';

/** Two versions of one library can then not come in by two package.json files. Peers are the user's: they are ranges. */
export const dependencyVersionsCheck: Check = {
  rule: "every dependency but a peer is 'catalog:' or 'workspace:*'",
  find: (tree) =>
    [{ folder: '', manifest: readManifest(tree, 'package.json') }, ...workspacePackages(tree)].flatMap(
      ({ folder, manifest }) =>
        Object.entries({
          ...manifest.dependencies,
          ...manifest.devDependencies,
          ...manifest.optionalDependencies,
        })
          .filter(([, version]) => version !== 'catalog:' && version !== 'workspace:*')
          .map(([name, version]) => ({
            path: folder === '' ? 'package.json' : `${folder}/package.json`,
            message: `asks for ${name} '${version}'. Put the exact version into the catalog of pnpm-workspace.yaml and write 'catalog:'.`,
          })),
    ),
};
