import { classRule } from './rule.js';

/** A signature class extends nothing: fields of a base class are not read. */
export const noBaseClass = classRule('SIGIL2004', 'error', (declaration) =>
  declaration.extends === undefined
    ? []
    : [
        {
          place: declaration.extends,
          message: `Cannot compile signature '${declaration.name ?? ''}': it extends another class, and inherited fields are not supported.`,
          hint: "write the fields out in this class and remove 'extends'",
        },
      ],
);
