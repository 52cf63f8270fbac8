import { classRule } from './rule.js';

/** The names of a signature class's members stand in its source, so that a later one can be told from a field. */
export const namedMembers = classRule('SIGIL2008', 'error', (declaration) =>
  declaration.unnamed.map((place) => ({
    place,
    message: `Cannot compile signature '${declaration.name ?? ''}': a member has a computed name.`,
    hint: 'write the name out, or move the member to another class',
  })),
);
