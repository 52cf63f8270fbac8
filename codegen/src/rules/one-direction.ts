import { fieldRule } from './rule.js';

/** A field is an input or an output. */
export const oneDirection = fieldRule('SIGIL2012', 'error', (field, label) => {
  const [, second] = field.decorators;
  if (second === undefined) return [];
  return [
    {
      place: second.place,
      message: `Cannot compile field '${label}': it has ${field.decorators.length} field decorators, wanted one.`,
      hint: 'keep @InputField() for what the caller gives, or @OutputField() for what the model answers',
    },
  ];
});
