import type { ClassDeclaration } from '../declaration/class-declaration.js';
import type { Finding } from './diagnostic.js';
import type { Rule } from './rule.js';

/** Names that the generated file imports. */
const TAKEN = new Set(['Artifact', 'z']);

/** What is declared for a class beside a constant of its own name. */
const PARTS = ['Shape', 'Partial', 'Artifact', 'Input', 'Output'];

/** The signature classes of one file give different names to what is generated for them. */
export const distinctClasses: Rule = {
  code: 'SIGIL2007',
  severity: 'error',
  check(source) {
    const owners = new Map<string, ClassDeclaration>();
    return source.classes.flatMap((declaration): Finding[] => {
      const { name, place } = declaration;
      if (name === undefined || declaration.decorators.length === 0) return [];
      const names = [name, ...PARTS.map((part) => `${name}${part}`)];
      const clash = names.find((generated) => TAKEN.has(generated) || owners.has(generated));
      const owner = clash === undefined ? undefined : owners.get(clash);
      for (const generated of names) if (!owners.has(generated)) owners.set(generated, declaration);
      if (clash === undefined) return [];
      return [
        {
          place,
          message: `Cannot compile signature '${name}': the generated file would declare '${clash}' twice.`,
          hint: 'rename the class, or move it to a file of its own',
          ...(owner === undefined
            ? {}
            : { related: [{ ...owner.place, message: `the other is made for '${owner.name ?? ''}'` }] }),
        },
      ];
    });
  },
};
