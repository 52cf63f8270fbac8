import type { ProgramDeclaration } from '../declaration/program-declaration.js';
import type { SourceDeclaration } from '../declaration/source-declaration.js';
import type { Finding } from './diagnostic.js';
import type { Rule } from './rule.js';

/** `@Program()` is called, stands once, on a class with a name that is no signature. */
export const programClass: Rule = {
  code: 'SIGIL2501',
  severity: 'error',
  check: (source) => source.programs.flatMap((declaration) => judge(declaration, source)),
};

function judge(declaration: ProgramDeclaration, { classes }: SourceDeclaration): readonly Finding[] {
  const { name, place, isExpression, decorators } = declaration;
  const label = name === undefined ? 'a program' : `program '${name}'`;
  const refuse = (at: typeof place, found: string, hint: string): Finding[] => [
    { place: at, message: `Cannot compile ${label}: ${found}.`, hint },
  ];
  if (name === undefined || isExpression) {
    const found = isExpression ? 'it is a class expression' : 'the class has no name';
    return refuse(
      place,
      `${found}, wanted a class declaration with a name`,
      "write 'export class Support extends Module { ... }'",
    );
  }
  const [first, second] = decorators;
  if (second !== undefined)
    return refuse(second.place, 'it has @Program() more than once', 'keep one of them');
  if (first?.called === false) return refuse(first.place, '@Program is not called', "write '@Program()'");
  if (first !== undefined && first.argumentCount > 0) {
    return refuse(first.place, '@Program has arguments, and takes none', "write '@Program()'");
  }
  const isSignature = classes.some((one) => one.name === name && one.decorators.length > 0);
  return isSignature ? refuse(place, 'it is a signature too', 'make two classes of it') : [];
}
