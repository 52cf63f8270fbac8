import { classRule } from './rule.js';

/** A property of a signature class is most likely meant as a field. */
export const decoratedProperty = classRule('SIGIL2302', 'warning', (declaration) =>
  declaration.plainProperties.map(({ name, place }) => ({
    place,
    message: `Property '${declaration.name ?? ''}.${name}' is neither input nor output: no prompt will have it.`,
    hint: 'mark it with @InputField() or @OutputField()',
  })),
);
