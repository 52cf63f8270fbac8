import type { Rule } from './rule.js';

/** A doc comment belongs to something: the compiler passes over others without a word. */
export const attachedDoc: Rule = {
  code: 'SIGIL2301',
  severity: 'warning',
  check: (source) =>
    source.strayDocs.map((place) => ({
      place,
      message: 'A documentation comment belongs to nothing and does not reach the prompt.',
      hint: 'put it on a line of its own above the declaration and its decorators',
    })),
};
