import type { Rule } from './rule.js';

/** A signature or program class points at its artifact. */
export const wiredClass: Rule = {
  code: 'SIGIL2303',
  severity: 'warning',
  check: ({ classes, programs }) =>
    [...classes, ...programs]
      .filter(({ decorators, hasArtifact }) => decorators.length > 0 && !hasArtifact)
      .flatMap(({ name, place }) =>
        name === undefined
          ? []
          : [
              {
                place,
                message: `Class '${name}' does not point at its artifact, so that it cannot be run.`,
                hint: "run 'sigil generate --wire'",
              },
            ],
      ),
};
