import { classRule } from './rule.js';

/** A signature class points at its artifact. */
export const wiredClass = classRule('SIGIL2303', 'warning', (declaration) =>
  declaration.hasArtifact || declaration.name === undefined
    ? []
    : [
        {
          place: declaration.place,
          message: `Class '${declaration.name}' does not point at its artifact, so that it cannot be run.`,
          hint: "run 'sigil generate --wire'",
        },
      ],
);
