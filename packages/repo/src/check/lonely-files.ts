import { dirname } from 'node:path/posix';
import { shippedFiles } from '../tree/source-files.js';
import { workspacePackages } from '../tree/workspace-packages.js';
import type { Check } from './check.js';

/** A folder is for things that have something in common. */
export const lonelyFilesCheck: Check = {
  rule: 'no folder of a package holds one file and nothing else',
  find: (tree) =>
    workspacePackages(tree).flatMap(({ folder }) => {
      const contents = new Map<string, Set<string>>();
      for (const path of shippedFiles(tree, folder)) {
        for (let at = path; at !== `${folder}/src`; at = dirname(at)) {
          const parent = dirname(at);
          contents.set(parent, (contents.get(parent) ?? new Set()).add(at));
        }
      }
      return [...contents]
        .filter(([parent, children]) => parent !== `${folder}/src` && children.size === 1)
        .map(([parent, [child = '']]) => ({
          path: parent,
          message: `holds only ${child.slice(parent.length + 1)}. Move it up, or give it the company it belongs to.`,
        }));
    }),
};
