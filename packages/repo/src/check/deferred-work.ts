import type { Check } from './check.js';

// Written so that it does not match itself.
const words = /\b(TO[D]O|FIX[M]E|XX[X])\b/;

/** What is not done is not written as if it were. */
export const deferredWorkCheck: Check = {
  rule: 'no file promises work for later',
  find: (tree) =>
    tree.paths
      .filter((path) => /\.(ts|mjs|md|json|yaml)$/.test(path) && path !== 'pnpm-lock.yaml')
      .flatMap((path) =>
        tree
          .text(path)
          .split('\n')
          .flatMap((text, index) => {
            const word = words.exec(text)?.[1];
            return word === undefined
              ? []
              : [{ path, line: index + 1, message: `has a ${word}. Do it, or leave it out.` }];
          }),
      ),
};
