import { cycles } from '../graph/cycles.js';
import { importGraph } from '../graph/import-graph.js';
import { workspacePackages } from '../tree/workspace-packages.js';
import type { Check } from './check.js';

/** Files that import each other can only be understood together. */
export const fileCyclesCheck: Check = {
  rule: 'no file of a package imports itself by way of others, type imports included',
  find: (tree) =>
    workspacePackages(tree).flatMap(({ folder }) =>
      cycles(importGraph(tree, folder)).map(([first = '', ...others]) => ({
        path: first,
        message: `is in an import cycle with ${others.join(', ') || 'itself'}. Move what both need below them.`,
      })),
    ),
};
