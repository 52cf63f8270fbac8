import { classRule } from './rule.js';

/** A signature asks for something. */
export const hasOutput = classRule('SIGIL2006', 'error', (declaration) => {
  const outputs = declaration.fields.filter((field) =>
    field.decorators.some((use) => use.name === 'OutputField'),
  );
  if (outputs.length > 0) return [];
  return [
    {
      place: declaration.place,
      message: `Cannot compile signature '${declaration.name ?? ''}': it has no outputs.`,
      hint: 'mark what the model should answer with @OutputField()',
    },
  ];
});
