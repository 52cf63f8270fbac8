import type { SignatureSpec } from '@sigil/spec';
import { decoratorFinder } from './read/decorators.js';
import { openText, TEXT_NAME } from './read/open-text.js';
import { placeFinder } from './read/place-of.js';
import { readSource } from './read/read-sources.js';
import { checkSources } from './rules/check-sources.js';
import { SourceError } from './rules/source-error.js';
import { signatureSpec } from './spec/signature-spec.js';

/**
 * Reads a signature class from a text of TypeScript, without files and without a project: for tools and tests. Of the
 * modules that the text imports only `sigil` is known; a type from any other is an error.
 *
 * @param source the text, as it would stand in a file
 * @param className of a class with `@Signature()` in it
 * @throws SourceError with the diagnostics of the compiler
 * @example
 * ```ts
 * const source = `
 *   import { InputField, OutputField, Signature } from 'sigil';
 *
 *   @Signature()
 *   export class Ticket {
 *     @InputField() message!: string;
 *     @OutputField() team!: 'billing' | 'technical';
 *   }`;
 *
 * readSignature(source, 'Ticket').fields.map((field) => field.type.kind); // -> ['string', 'enum']
 * ```
 */
export function readSignature(source: string, className: string): SignatureSpec {
  const project = openText(source);
  const [file] = project.sources;
  if (file === undefined) throw new TypeError('The compiler did not take the text into its program.');
  const placeOf = placeFinder(() => TEXT_NAME);
  const decoratorsOf = decoratorFinder(project.checker, project.decorators, placeOf);
  const read = readSource(file, TEXT_NAME, decoratorsOf, project, placeOf);
  // A text has no generated file that a class could point at.
  const classes = read.classes
    .filter(({ name }) => name === className)
    .map(({ artifactMember, ...rest }) => ({ ...rest, hasArtifact: artifactMember !== undefined }));
  const { diagnostics } = checkSources([{ ...read, classes }]);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new SourceError(errors);
  const [declaration] = classes;
  if (declaration === undefined) {
    const message = `Cannot read signature '${className}': the text declares no class of that name with @Signature().`;
    const hint = "import { Signature } from 'sigil' in it, and put '@Signature()' above the class";
    throw new SourceError([{ code: 'SIGIL2000', severity: 'error', message, hint, file: TEXT_NAME }]);
  }
  return signatureSpec(TEXT_NAME, declaration);
}
