import { workspacePackages } from '../tree/workspace-packages.js';
import type { Check } from './check.js';

const screen = 60;

/** Whoever opens a package learns on one screen what it is. */
export const readmesCheck: Check = {
  rule: `every package has a README.md of at most ${screen} lines`,
  find: (tree) =>
    workspacePackages(tree).flatMap(({ folder }) => {
      const path = `${folder}/README.md`;
      if (!tree.has(path))
        return [{ path, message: 'is missing. Say what the package is, show it, name its rooms.' }];
      const lines = tree.text(path).replace(/\n$/, '').split('\n').length;
      return lines > screen ? [{ path, message: `has ${lines} lines, expected at most ${screen}.` }] : [];
    }),
};
