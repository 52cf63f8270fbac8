import type { Check } from './check.js';

const banned = new Set([
  'util',
  'utils',
  'helper',
  'helpers',
  'common',
  'misc',
  'shared',
  'lib',
  'types',
  'core',
]);
const bannedEnding = /-(utils?|helpers?)$/;
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A name says what its contents have in common, in the field's word. */
export const namesCheck: Check = {
  rule: 'no file or folder has a name that says nothing, and source files are named in kebab-case',
  find: (tree) =>
    tree.paths
      .filter(
        (path) => /^(packages|codegen|examples|scripts)\//.test(path) && !/\/(fixtures|samples)\//.test(path),
      )
      .flatMap((path) =>
        path.split('/').flatMap((part, index, parts) => {
          const isFile = index === parts.length - 1;
          const [name = ''] = isFile ? part.split('.') : [part];
          if (banned.has(name) || bannedEnding.test(name)) {
            return [
              {
                path,
                message: `has the name '${part}', which says nothing. Name what it holds, in the field's word.`,
              },
            ];
          }
          if (isFile && /\.(ts|mjs)$/.test(part) && !kebab.test(name)) {
            return [{ path, message: `is not named in kebab-case.` }];
          }
          return [];
        }),
      ),
};
