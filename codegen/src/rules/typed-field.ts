import { fieldRule } from './rule.js';

/** A field says its type. */
export const typedField = fieldRule('SIGIL2015', 'error', (field, label) =>
  field.type !== undefined || field.member !== 'property'
    ? []
    : [
        {
          place: field.place,
          message: `Cannot compile field '${label}': it has no type.`,
          hint: `write '${field.name ?? 'name'}${field.initializer === undefined ? '!' : ''}: string', or what it is`,
        },
      ],
);
