import type { Rule } from './rule.js';

/** A source is TypeScript: what the parser makes of anything else is a guess. */
export const parsedSource: Rule = {
  code: 'SIGIL2010',
  severity: 'error',
  check: (source) =>
    source.syntaxErrors.map(({ place, message }) => ({
      place,
      message: `Cannot read ${place.file}: ${message.replace(/\.$/u, '')}.`,
      hint: 'correct the source first',
    })),
};
