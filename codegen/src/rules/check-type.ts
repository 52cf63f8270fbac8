import type { FieldDeclaration } from '../declaration/class-declaration.js';
import type { SourceDeclaration } from '../declaration/source-declaration.js';
import { applicableTag } from './applicable-tag.js';
import { sortDiagnostics, type Diagnostic } from './diagnostic.js';
import { definedValue } from './defined-value.js';
import { fieldName } from './field-name.js';
import { finiteType } from './finite-type.js';
import { knownTag } from './known-tag.js';
import { noAny } from './no-any.js';
import { parsedSource } from './parsed-source.js';
import { resolvedType } from './resolved-type.js';
import type { Rule } from './rule.js';
import { supportedType } from './supported-type.js';
import { tagValues } from './tag-values.js';

const RULES: readonly Rule[] = [
  supportedType,
  noAny,
  resolvedType,
  finiteType,
  fieldName,
  definedValue,
  knownTag,
  applicableTag,
  tagValues,
];

/** The errors in a type that is read by itself: what would be refused in an input. */
export function checkType(
  type: FieldDeclaration,
  syntaxErrors: SourceDeclaration['syntaxErrors'],
): readonly Diagnostic[] {
  const { place } = type;
  const source: SourceDeclaration = {
    file: place.file,
    text: '',
    syntaxErrors,
    classes: [
      {
        place,
        isExpression: false,
        decorators: [{ name: 'Signature', place, called: true, argumentCount: 0 }],
        fields: [type],
        others: [],
        plainProperties: [],
        unnamed: [],
        hasArtifact: true,
      },
    ],
    programs: [],
    strayDocs: [],
    missingDecorators: [],
    wiring: {
      freeName: '',
      importsEnd: 0,
      lineEnd: '\n',
      quote: "'",
      semicolon: ';',
      extension: '',
      classes: [],
    },
  };
  const rules = syntaxErrors.length > 0 ? [parsedSource] : RULES;
  const found = rules.flatMap(({ code, severity, check }) =>
    check(source, []).map(({ place: at, message, ...rest }): Diagnostic => {
      const words = message.replace(/^Cannot compile field/u, 'Cannot read type');
      return { code, severity, message: words, ...rest, ...at };
    }),
  );
  return sortDiagnostics(found.filter(({ severity }) => severity === 'error'));
}
