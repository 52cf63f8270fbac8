import type { Finding } from './diagnostic.js';
import type { Rule } from './rule.js';

/** Names that the generated file imports. */
const TAKEN = new Set(['Artifact', 'ProgramArtifact', 'z']);

/** The programs of a file give other names to what is generated for them than each other and than its signatures. */
export const distinctPrograms: Rule = {
  code: 'SIGIL2503',
  severity: 'error',
  check: ({ programs, classes }) => {
    const taken = new Set(TAKEN);
    for (const { name, decorators } of classes) {
      if (name === undefined || decorators.length === 0) continue;
      for (const end of ['', 'Shape', 'Artifact', 'Input', 'Output']) taken.add(`${name}${end}`);
    }
    return programs.flatMap(({ name, place }): Finding[] => {
      if (name === undefined) return [];
      const names = [name, `${name}Artifact`];
      const clash = names.find((one) => taken.has(one));
      for (const one of names) taken.add(one);
      if (clash === undefined) return [];
      const isSignature = classes.some((one) => one.name === name && one.decorators.length > 0);
      // A class that is both is told so by another rule.
      if (isSignature) return [];
      return [
        {
          place,
          message: `Cannot compile program '${name}': the generated file would declare '${clash}' twice.`,
          hint: 'rename the class, or move it to a file of its own',
        },
      ];
    });
  },
};
