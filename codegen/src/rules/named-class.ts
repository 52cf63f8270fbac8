import { classRule } from './rule.js';

/** A signature class has a name: ids, artifacts and tuned files are known by it. */
export const namedClass = classRule('SIGIL2001', 'error', (declaration) => {
  if (declaration.name !== undefined && !declaration.isExpression) return [];
  const found = declaration.isExpression ? 'it is a class expression' : 'the class has no name';
  return [
    {
      place: declaration.place,
      message: `Cannot compile a signature: ${found}, wanted a class declaration with a name.`,
      hint: "write 'export class Ticket { ... }' or 'export default class Ticket { ... }'",
    },
  ];
});
