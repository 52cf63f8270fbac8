import { Tree } from './tree.js';

/** A small tree for the tests of the checks: objects become JSON. */
export function sample(files: Readonly<Record<string, string | object>>): Tree {
  return new Tree(
    Object.fromEntries(
      Object.entries(files).map(([path, content]) => [
        path,
        typeof content === 'string' ? content : JSON.stringify(content),
      ]),
    ),
  );
}

/** A tree with one public package, @sigil/lm, that has these source files. */
export function samplePackage(files: Readonly<Record<string, string>>): Tree {
  return sample({
    'packages/lm/package.json': { name: '@sigil/lm' },
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`packages/lm/src/${path}`, text])),
  });
}
