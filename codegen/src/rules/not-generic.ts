import { classRule } from './rule.js';

/** A signature class has no type parameters: its artifact is made once, before anybody chooses a type. */
export const notGeneric = classRule('SIGIL2005', 'error', (declaration) =>
  declaration.typeParameters === undefined
    ? []
    : [
        {
          place: declaration.typeParameters,
          message: `Cannot compile signature '${declaration.name ?? ''}': it has type parameters.`,
          hint: 'write one signature for each type that is needed',
        },
      ],
);
