import { importsOf, packageOf } from '../tree/imports.js';
import { libraryFiles } from '../tree/source-files.js';
import type { Check } from './check.js';

const room = 'codegen/src/read/';

/** ts-morph has no future on TypeScript 7: what depends on it must be small enough to write again. */
export const compilerLibraryCheck: Check = {
  rule: `ts-morph is imported in ${room} only`,
  find: (tree) =>
    libraryFiles(tree)
      .filter((path) => !path.startsWith(room))
      .flatMap((path) =>
        importsOf(tree, path)
          .filter(({ specifier }) => packageOf(specifier) === 'ts-morph')
          .map(({ line }) => ({
            path,
            line,
            message: `imports ts-morph. Only ${room} may: give it a function there.`,
          })),
      ),
};
