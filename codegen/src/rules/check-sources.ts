import type { SourceDeclaration } from '../declaration/source-declaration.js';
import { generatedPath } from '../sources/source-paths.js';
import { applicableTag } from './applicable-tag.js';
import { artifactMember } from './artifact-member.js';
import { attachedDoc } from './attached-doc.js';
import { baseClass } from './base-class.js';
import { calledDecorator } from './called-decorator.js';
import { closedTuple } from './closed-tuple.js';
import { decoratedProperty } from './decorated-property.js';
import { decoratesProperty } from './decorates-property.js';
import { defaultFits } from './default-fits.js';
import { definedValue } from './defined-value.js';
import { sortDiagnostics, type Diagnostic } from './diagnostic.js';
import { distinctAliases } from './distinct-aliases.js';
import { distinctClasses } from './distinct-classes.js';
import { distinctFields } from './distinct-fields.js';
import { distinctPrograms } from './distinct-programs.js';
import { fieldName } from './field-name.js';
import { finiteType } from './finite-type.js';
import { jsonInput, jsonOutput } from './json-output.js';
import { knownTag } from './known-tag.js';
import { literalDefault } from './literal-default.js';
import { namedClass } from './named-class.js';
import { namedMembers } from './named-members.js';
import { noAny } from './no-any.js';
import { notGeneric } from './not-generic.js';
import { oneDirection } from './one-direction.js';
import { ownGeneratedFile } from './own-generated-file.js';
import { parsedSource } from './parsed-source.js';
import { redeclaredField } from './redeclared-field.js';
import { absorbedLiteral, ambiguousUnion, classAsData, numericEnum } from './remarked-type.js';
import { programClass } from './program-class.js';
import { resolvedDecorator } from './resolved-decorator.js';
import { resolvedType } from './resolved-type.js';
import type { Rule } from './rule.js';
import { seenPredictors } from './seen-predictors.js';
import { signatureDecorator } from './signature-decorator.js';
import { strictLimits } from './strict-limits.js';
import { strictNulls } from './strict-nulls.js';
import { supportedType } from './supported-type.js';
import { tagValues } from './tag-values.js';
import { typedField } from './typed-field.js';
import { wiredClass } from './wired-class.js';

const RULES: readonly Rule[] = [
  resolvedDecorator,
  namedClass,
  signatureDecorator,
  calledDecorator,
  baseClass,
  notGeneric,
  distinctClasses,
  namedMembers,
  ownGeneratedFile,
  decoratesProperty,
  oneDirection,
  fieldName,
  distinctFields,
  typedField,
  literalDefault,
  defaultFits,
  definedValue,
  supportedType,
  noAny,
  resolvedType,
  finiteType,
  jsonOutput,
  closedTuple,
  strictLimits,
  strictNulls,
  knownTag,
  applicableTag,
  tagValues,
  distinctAliases,
  attachedDoc,
  decoratedProperty,
  jsonInput,
  absorbedLiteral,
  ambiguousUnion,
  classAsData,
  numericEnum,
  redeclaredField,
  programClass,
  seenPredictors,
  distinctPrograms,
  artifactMember,
  wiredClass,
];

/** What the rules found. */
export interface CheckedSources {
  readonly diagnostics: readonly Diagnostic[];
  /** Sources with an error, which may stand in the declaration of a type in another file. */
  readonly refused: ReadonlySet<string>;
}

/** Applies every rule to every source. What one rule says twice about one place is said once. */
export function checkSources(sources: readonly SourceDeclaration[]): CheckedSources {
  const found = new Map<string, Diagnostic>();
  const refused = new Set<string>();
  const rivals = new Map<string, SourceDeclaration[]>();
  for (const source of sources) {
    const path = generatedPath(source.file);
    rivals.set(path, [...(rivals.get(path) ?? []), source]);
  }
  for (const source of sources) {
    // What other rules would say about a guess helps nobody.
    const rules = source.syntaxErrors.length > 0 ? [parsedSource] : RULES;
    const own = rivals.get(generatedPath(source.file)) ?? [];
    for (const { code, severity, check } of rules) {
      for (const { place, ...finding } of check(source, own)) {
        if (severity === 'error') refused.add(source.file);
        const key = `${code} ${place.file} ${place.line} ${place.column}`;
        if (!found.has(key)) found.set(key, { code, severity, ...finding, ...place });
      }
    }
  }
  return { diagnostics: sortDiagnostics([...found.values()]), refused };
}
