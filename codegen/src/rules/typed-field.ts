import { fieldRule } from './rule.js';

/** A field says its type. */
export const typedField = fieldRule('SIGIL2015', 'error', (field, label) =>
  field.type !== undefined || field.member !== 'property'
    ? []
    : [
        {
          place: field.place,
          message: `Cannot compile field '${label}': it has no type.`,
          hint: `write '${field.name ?? 'name'}${field.initializer === undefined ? '!' : ''}: ${typeOf(field.initializer?.value)}', or what it is`,
        },
      ],
);

/** The type that a default asks for, as far as a look at it tells. */
function typeOf(value: unknown): string {
  return typeof value === 'number' || typeof value === 'boolean' ? typeof value : 'string';
}
