import type { ClassDeclaration, FieldDeclaration } from '../declaration/class-declaration.js';
import type { Finding } from './diagnostic.js';
import { classRule } from './rule.js';

/** What a signature class extends can be read, and its artifact can stand where that of a base is expected. */
export const baseClass = classRule('SIGIL2004', 'error', (declaration) => {
  const { base } = declaration;
  if (base === undefined) return [];
  const name = declaration.name ?? '';
  const { place, text, problem } = base;
  if (problem !== undefined) {
    const message = `Cannot compile signature '${name}': the fields of its base '${text}' are not known, since ${problem.what}.`;
    return [{ place, message, hint: problem.hint }];
  }
  return base.hasArtifact ? declaration.fields.flatMap((field) => unlikeBase(field, declaration)) : [];
});

/** The static member `artifact` of a subclass must be assignable to that of its base (TS2417). */
function unlikeBase(field: FieldDeclaration, declaration: ClassDeclaration): readonly Finding[] {
  const { overrides, place } = field;
  if (overrides === undefined) return [];
  const label = `${declaration.name ?? ''}.${field.name ?? ''}`;
  const about = { place, related: [{ ...overrides.place, message: 'the field of the base is here' }] };
  const [now, before] = [field.decorators[0]?.name, overrides.decorators[0]?.name];
  if (now !== before) {
    const [side, other] = now === 'OutputField' ? ['output', 'input'] : ['input', 'output'];
    return [
      {
        ...about,
        message: `Cannot compile field '${label}': it is an ${side}, and in the base an ${other}.`,
        hint: `write @${before ?? ''}(), or rename the field`,
      },
    ];
  }
  if (!overrides.hasDefault || field.initializer !== undefined || now !== 'InputField') return [];
  return [
    {
      ...about,
      message: `Cannot compile field '${label}': it has a default in the base, and none here.`,
      hint: 'give it a default here too, or rename the field',
    },
  ];
}
