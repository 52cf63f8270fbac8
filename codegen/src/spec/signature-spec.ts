import type { FieldSpec, SignatureSpec } from '@sigil/spec';
import type { ClassDeclaration, FieldDeclaration } from '../declaration/class-declaration.js';
import type { DocComment } from '../declaration/doc-comment.js';
import { signatureId } from '../sources/source-paths.js';
import { propertyParts } from './property-parts.js';
import { valueType } from './value-type.js';

/**
 * What a signature class says, without how it is written.
 *
 * @param file source, relative to the project root
 * @param declaration a class that no rule refused
 */
export function signatureSpec(file: string, declaration: ClassDeclaration): SignatureSpec {
  return {
    id: signatureId(file, declaration.name ?? ''),
    instructions: tagText(declaration.doc, 'description') ?? declaration.doc?.text ?? '',
    fields: declaration.fields.map(fieldSpec),
  };
}

function tagText(doc: DocComment | undefined, name: string): string | undefined {
  return doc?.tags.find((tag) => tag.name === name && tag.value !== '')?.value;
}

/** The specification of one field; its type counts as text where the class writes none. */
export function fieldSpec(field: FieldDeclaration): FieldSpec {
  const { initializer, name = '' } = field;
  const written = field.type === undefined ? { kind: 'string' as const } : valueType(field.type);
  const { type, about } = propertyParts(name, field.type, written, field.doc);
  const isOptional = field.optional || field.type?.kind === 'undefinable';
  return {
    name,
    direction: field.decorators[0]?.name === 'OutputField' ? 'out' : 'in',
    type,
    ...(isOptional ? { optional: true } : {}),
    ...about,
    ...(initializer?.value === undefined ? {} : { default: initializer.value }),
  };
}
