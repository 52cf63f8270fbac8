import { fieldRule } from './rule.js';

/** A field decorator stands on a public property of the instance. */
export const decoratesProperty = fieldRule('SIGIL2011', 'error', (field, label) =>
  field.member === 'property'
    ? []
    : [
        {
          place: field.place,
          message: `Cannot compile field '${label}': it is ${withArticle(field.member)}, wanted a public property.`,
          hint: `write '${field.name?.replace(/^#/u, '') ?? 'name'}!: string'`,
        },
      ],
);

function withArticle(noun: string): string {
  return `${/^[aeiou]/u.test(noun) ? 'an' : 'a'} ${noun}`;
}
