import type { ClassDeclaration } from '../declaration/class-declaration.js';
import type { SourceDeclaration } from '../declaration/source-declaration.js';
import type { Rule } from './rule.js';

/**
 * Fields stand in a class that `@Signature()` marks, once; or in one that others extend: it is abstract or generic, or
 * the class that extends it stands in the same file.
 */
export const signatureDecorator: Rule = {
  code: 'SIGIL2002',
  severity: 'error',
  check: (source) =>
    source.classes.flatMap((declaration) => {
      const [, second] = declaration.decorators;
      if (declaration.decorators.length === 1) return [];
      if (second === undefined && isBase(declaration, source)) return [];
      const name = declaration.name ?? '(class)';
      return second === undefined
        ? [
            {
              place: declaration.place,
              message: `Cannot compile class '${name}': it has fields but no @Signature().`,
              hint: "put '@Signature()' above the class, or 'abstract' before it where others extend it",
            },
          ]
        : [
            {
              place: second.place,
              message: `Cannot compile class '${name}': it has @Signature() more than once.`,
              hint: 'keep one of them',
            },
          ];
    }),
};

function isBase(declaration: ClassDeclaration, source: SourceDeclaration): boolean {
  if (declaration.isAbstract || declaration.typeParameters !== undefined) return true;
  const { file, line, column } = declaration.place;
  return source.classes.some((one) =>
    one.base?.classes.some((base) => base.file === file && base.line === line && base.column === column),
  );
}
