import type { FieldSpec, SignatureSpec } from '@sigil/spec';
import type { ClassDeclaration, FieldDeclaration } from '../declaration/class-declaration.js';
import { signatureId } from '../sources/source-paths.js';
import { withTags } from './tagged-type.js';
import { described, valueType } from './value-type.js';

/**
 * What a signature class says, without how it is written.
 *
 * @param file source, relative to the project root
 * @param declaration a class that no rule refused
 */
export function signatureSpec(file: string, declaration: ClassDeclaration): SignatureSpec {
  return {
    id: signatureId(file, declaration.name ?? ''),
    instructions: declaration.doc?.text ?? '',
    fields: declaration.fields.map(fieldSpec),
  };
}

/** The specification of one field; its type counts as text where the class writes none. */
export function fieldSpec(field: FieldDeclaration): FieldSpec {
  const type = field.type === undefined ? { kind: 'string' as const } : valueType(field.type);
  const { initializer } = field;
  const tagged = withTags(type, field.doc?.tags ?? []);
  const isOptional = field.optional || field.type?.kind === 'undefinable';
  return {
    name: field.name ?? '',
    direction: field.decorators[0]?.name === 'OutputField' ? 'out' : 'in',
    type: tagged.type,
    ...(isOptional ? { optional: true } : {}),
    ...described(field.doc?.text),
    ...tagged.about,
    ...(initializer?.value === undefined ? {} : { default: initializer.value }),
  };
}
