import { fieldRule } from './rule.js';

/** An initializer is a literal: it becomes the default in the schema, and the class is never instantiated. */
export const literalDefault = fieldRule('SIGIL2016', 'error', (field, label) => {
  const { initializer } = field;
  if (initializer === undefined || initializer.value !== undefined || field.member !== 'property') return [];
  return [
    {
      place: initializer.computed ?? initializer.place,
      message: `Cannot compile field '${label}': its initializer is no literal, so that its value is not known to the compiler.`,
      hint: "write a literal ('text', 1, true, [], a member of an enum), or '!' and no initializer",
    },
  ];
});
