import type { ClassDeclaration, FieldDeclaration } from '../declaration/class-declaration.js';
import type { SourceDeclaration } from '../declaration/source-declaration.js';
import type { Finding } from './diagnostic.js';

/** One thing that must hold. Looks at one source; finds nothing where it holds. */
export interface Rule {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** @param rivals all sources that would have the same generated file, this one among them */
  check(source: SourceDeclaration, rivals: readonly SourceDeclaration[]): readonly Finding[];
}

/** A rule about signature classes. */
export function classRule(
  code: string,
  severity: Rule['severity'],
  check: (declaration: ClassDeclaration, source: SourceDeclaration) => readonly Finding[],
): Rule {
  return {
    code,
    severity,
    check: (source) =>
      source.classes
        .filter((declaration) => declaration.decorators.length > 0)
        .flatMap((declaration) => check(declaration, source)),
  };
}

/** A rule about the fields of signature classes. `label` names the field in a message: `Ticket.team`. */
export function fieldRule(
  code: string,
  severity: Rule['severity'],
  check: (field: FieldDeclaration, label: string) => readonly Finding[],
): Rule {
  return classRule(code, severity, (declaration) =>
    declaration.fields.flatMap((field) => check(field, labelOf(declaration, field))),
  );
}

function labelOf(declaration: ClassDeclaration, field: FieldDeclaration): string {
  const name = field.name ?? '[computed]';
  // A type that is read by itself has no class around.
  return declaration.name === undefined ? name : `${declaration.name}.${name}`;
}
