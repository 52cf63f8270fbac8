import type { Check } from './check.js';

/** Each with what it gives away. The patterns are written so that they do not match themselves. */
const patterns: readonly [pattern: RegExp, what: string][] = [
  [/(?<![\w*.~-])\/(?:work|root|home|Users)\//, 'a path of one machine'],
  [
    /(?:registry|files)\.(?:npmjs|yarnpkg|npmmirror|python[h]osted)\.|\bpypi\.(?:org|io)\b/,
    'the host of a package registry',
  ],
  [
    /\bc[l]aude\b|\bc[o]pilot\b|\b(?:AI|coding) (?:agent|assistant)s?\b|\bsub-?a[g]ents?\b|co-a[u]thored-by/i,
    'a writing tool',
  ],
  [/\b(?:this|previous|earlier|next|work) s[e]ssions?\b/i, 'how the work was organized'],
];

/** The repository speaks about the software, wherever and however it was written. */
export const foreignWordsCheck: Check = {
  rule: 'no file speaks of the machines, registries and tools that it was written with',
  find: (tree) =>
    tree.paths.flatMap((path) =>
      tree
        .text(path)
        .split('\n')
        .flatMap((text, index) =>
          patterns.flatMap(([pattern, what]) => {
            const found = pattern.exec(text)?.[0];
            return found === undefined
              ? []
              : [{ path, line: index + 1, message: `has '${found}': ${what}. Leave it out.` }];
          }),
        ),
    ),
};
