import { fieldRule } from './rule.js';

/** A field that a base has too is not declared as if it were new: the compiler refuses that (TS2612). */
export const redeclaredField = fieldRule('SIGIL2305', 'warning', (field, label) => {
  const { overrides } = field;
  if (overrides?.needsInitializer !== true) return [];
  return [
    {
      place: field.place,
      message: `Field '${label}' overwrites that of the base with undefined, which TypeScript refuses (TS2612).`,
      hint: `add '= undefined as never', or write 'declare ${field.name ?? ''}' without the decorator`,
      related: [{ ...overrides.place, message: 'the field of the base is here' }],
    },
  ];
});
