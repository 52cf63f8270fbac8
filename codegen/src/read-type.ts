import type { ValueType } from '@sigil/spec';
import type { FieldDeclaration } from './declaration/class-declaration.js';
import { openText, TEXT_NAME } from './read/open-text.js';
import { placeFinder } from './read/place-of.js';
import { readDoc } from './read/read-doc.js';
import { syntaxErrors } from './read/read-sources.js';
import { readDeclaredType } from './read/type/read-type.js';
import { ts } from './read/ts-morph.js';
import { checkType } from './rules/check-type.js';
import { SourceError } from './rules/source-error.js';
import { fieldSpec } from './spec/signature-spec.js';

/**
 * Reads a type from a text of TypeScript, without files and without a project: for tools and tests. Of the modules
 * that the text imports only `sigil` is known; a type from any other is an error.
 *
 * @param source the text, as it would stand in a file
 * @param typeName of an alias, an interface, an enum or a class with data that the text declares, not inside of anything
 * @throws SourceError with the diagnostics of the compiler
 * @example
 * ```ts
 * readType("type Team = 'billing' | 'technical';", 'Team');
 * // -> { kind: 'enum', values: ['billing', 'technical'] }
 * ```
 */
export function readType(source: string, typeName: string): ValueType {
  const project = openText(source);
  const [file] = project.sources;
  if (file === undefined) throw new TypeError('The compiler did not take the text into its program.');
  const placeOf = placeFinder(() => TEXT_NAME);
  const at = (node: ts.Node) => placeOf(node.getSourceFile(), node.getStart(), node.getEnd());
  const name = file.statements.map(nameOf).find((one) => one?.text === typeName);
  if (name === undefined) {
    const message = `Cannot read type '${typeName}': the text declares no type of that name.`;
    const hint = 'declare it at the top of the text: an alias, an interface, an enum or a class with data';
    throw new SourceError([{ code: 'SIGIL2000', severity: 'error', message, hint, file: TEXT_NAME }]);
  }
  const field: FieldDeclaration = {
    name: typeName,
    place: at(name),
    member: 'property',
    decorators: [],
    optional: false,
    type: readDeclaredType(name, {
      checker: project.checker,
      placeOf: at,
      docOf: (node) => readDoc(node, placeOf),
      onVisit: () => undefined,
    }),
  };
  const errors = checkType(field, syntaxErrors(file, project.program, placeOf));
  if (errors.length > 0) throw new SourceError(errors);
  return fieldSpec(field).type;
}

function nameOf(statement: ts.Statement): ts.Identifier | undefined {
  return ts.isTypeAliasDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isEnumDeclaration(statement) ||
    ts.isClassDeclaration(statement)
    ? statement.name
    : undefined;
}
