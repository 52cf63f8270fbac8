import type { Rule } from './rule.js';

/**
 * The compiler tells null from other types: without `strictNullChecks` every type holds null, and what a class says
 * about it is not so. Said once for a project, at its configuration.
 */
export const strictNulls: Rule = {
  code: 'SIGIL2020',
  severity: 'error',
  check: ({ looseNulls, classes }) =>
    looseNulls === undefined || classes.length === 0
      ? []
      : [
          {
            place: looseNulls,
            message:
              "Cannot compile signatures: without 'strictNullChecks' every type holds null, so that none says whether a model may answer it.",
            hint: `write '"strict": true'`,
          },
        ],
};
