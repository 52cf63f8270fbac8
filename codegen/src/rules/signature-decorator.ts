import type { Rule } from './rule.js';

/** Fields stand in a class that `@Signature()` marks, once. */
export const signatureDecorator: Rule = {
  code: 'SIGIL2002',
  severity: 'error',
  check: (source) =>
    source.classes.flatMap((declaration) => {
      const [, second] = declaration.decorators;
      if (declaration.decorators.length === 1) return [];
      const name = declaration.name ?? '(class)';
      return second === undefined
        ? [
            {
              place: declaration.place,
              message: `Cannot compile class '${name}': it has fields but no @Signature().`,
              hint: "put '@Signature()' above the class",
            },
          ]
        : [
            {
              place: second.place,
              message: `Cannot compile class '${name}': it has @Signature() more than once.`,
              hint: 'keep one of them',
            },
          ];
    }),
};
