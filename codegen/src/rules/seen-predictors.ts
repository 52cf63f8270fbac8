import type { Rule } from './rule.js';

/** The predictors of a program, and the signatures they use, are told by its source. */
export const seenPredictors: Rule = {
  code: 'SIGIL2502',
  severity: 'error',
  check: (source) =>
    source.programs.flatMap(({ name, baseProblem, unseen }) =>
      [...(baseProblem === undefined ? [] : [baseProblem]), ...unseen].map(({ place, at, found, hint }) => ({
        place,
        message: `Cannot compile program '${name ?? ''}'${at === '' ? '' : ` at '${at}'`}: found ${found}.`,
        hint,
      })),
    ),
};
